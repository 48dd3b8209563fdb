"""What is searched in a database, and the views that answer first questions."""

from __future__ import annotations

#: The columns of each table in which words are searched.
SEARCHED = {
    "documents": ["title", "text"],
    "claims": ["standalone", "source_name", "source_text", "cue_text"],
}

_WHO = "coalesce(claims.source_name, claims.source_text)"

#: The query of each view. A claim, a document and a source are told by their numbers, which lead to their rows.
VIEWS = {
    "who_says_what": f"""
select
  documents.published,
  {_WHO} as who,
  claims.cue_text as cue,
  claims.text as claim,
  claims.form,
  claims.stance,
  claims.certainty,
  claims.made_value as made,
  claims.checkworthiness,
  documents.id as document,
  claims.number as claim_number
from claims
join documents on documents.number = claims.document
where claims.form != 'narrated'
order by claims.number
""",
    "claims_by_source": f"""
select
  {_WHO} as who,
  claims.source_type as type,
  count(*) as claims,
  count(distinct claims.document) as documents,
  sum(claims.form = 'direct') as direct,
  sum(claims.form = 'mixed') as mixed,
  sum(claims.form = 'indirect') as indirect,
  sum(claims.stance = 'refute') as denials,
  min(documents.published) as first_published,
  max(documents.published) as last_published
from claims
join documents on documents.number = claims.document
where {_WHO} is not null
group by who, type
order by claims desc, who
""",
    "figures": f"""
select
  quantities.of_text as thing,
  quantities.bound,
  quantities.value,
  quantities.high,
  quantities.unit,
  quantities.per_unit as per,
  quantities.change,
  quantities.text as words,
  {_WHO} as who,
  claims.text as claim,
  documents.published,
  documents.id as document,
  claims.number as claim_number
from quantities
join claims on claims.number = quantities.claim
join documents on documents.number = claims.document
order by quantities.number
""",
    "figures_by_thing": """
select
  lower(of_text) as thing,
  unit,
  count(*) as figures,
  count(distinct value) as different,
  min(value) as lowest,
  max(coalesce(high, value)) as highest,
  count(distinct document) as documents
from quantities
where claim is not null and of_text is not null
group by lower(of_text), unit
order by figures desc, thing
""",
    "figures_that_differ": f"""
select
  documents.id as document,
  lower(quantities.of_text) as thing,
  quantities.unit,
  group_concat(distinct quantities.text) as figures,
  group_concat(distinct {_WHO}) as sources
from quantities
join claims on claims.number = quantities.claim
join documents on documents.number = claims.document
where quantities.of_text is not null
group by documents.number, lower(quantities.of_text), quantities.unit
having count(distinct quantities.value) > 1
order by documents.number, thing
""",
    "denials": f"""
select
  documents.published,
  {_WHO} as who,
  claims.cue_text as cue,
  claims.text as denied,
  documents.id as document,
  claims.number as claim_number
from claims
join documents on documents.number = claims.document
where claims.stance = 'refute'
order by claims.number
""",
    "most_checkworthy": f"""
select
  claims.checkworthiness,
  {_WHO} as who,
  claims.cue_text as cue,
  claims.text as claim,
  documents.published,
  documents.id as document,
  claims.number as claim_number
from claims
join documents on documents.number = claims.document
order by claims.checkworthiness desc, claims.number
""",
    "names": """
select
  name,
  label,
  count(distinct document || ' ' || span_start) as mentions,
  count(distinct document) as documents,
  count(distinct claim) as claims
from entities
group by name, label
order by mentions desc, name
""",
}
