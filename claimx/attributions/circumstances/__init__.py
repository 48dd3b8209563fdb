"""To whom, in what and when something is said."""
