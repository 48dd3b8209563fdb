"""Who a source is: its full name in the article, its kind, and how it is mentioned."""
