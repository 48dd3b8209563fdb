"""Whole web pages, each laid out as some kind of site lays its pages out, with all that stands around an article.

Places and people are invented.
"""

from __future__ import annotations

_HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">
<style>.ad {{ color: red }}</style><script>window.dataLayer = [{{"page": "article"}}];</script></head><body>"""
_NAV = """<header><a href="/">Home</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/opinion">Opinion</a></li><li><a href="/subscribe">Subscribe now</a></li></ul></nav></header>"""
_FOOT = """<aside class="related"><h3>Most read</h3><ul><li><a href="/1">Ten walks for a rainy day</a></li>
<li><a href="/2">Council tax to rise again</a></li></ul></aside><footer><p>© 2024. All rights reserved.</p>
<a href="/privacy">Privacy</a> <a href="/terms">Terms</a></footer></body></html>"""

_PARAGRAPHS = (
    "Villagers in Ostmere were told to leave their homes on Friday after engineers found a crack in the wall of the "
    "reservoir above the valley.",
    "“Nobody should go back for belongings,” said Tilda Brandt, who leads the rescue services of the county. “The "
    "water could be here in under twenty minutes.”",
    "About 1,200 people live below the dam, which was built in 1931 and was last inspected in the spring, according to "
    "the county’s records office.",
    "The water company denied that it had put off repairs, saying that a survey in May had shown “nothing out of the "
    "ordinary”.",
    "Schools and a sports hall in the neighbouring town of Aldwick were opened for those who had nowhere to stay, and "
    "buses ran until after midnight.",
)


def _body(between: str = "") -> str:
    return between.join(f"<p>{paragraph}</p>\n" for paragraph in _PARAGRAPHS)


def _page(title: str, main: str, site: str = "Aldwick Courier", foot: str = "") -> str:
    return _HEAD.format(title=title, site=site) + _NAV + main + foot + _FOOT


_TITLE = "Crack in dam empties a valley"

#: Pages by what is special about them.
PAGES: dict[str, str] = {
    "plain": _page(_TITLE, f"<article><h1>{_TITLE}</h1>{_body()}</article>"),
    "advertisements between paragraphs": _page(
        _TITLE,
        f"<main><h1>{_TITLE}</h1><div class='article-body'>"
        + _body('<div class="ad">Advertisement</div><div class="newsletter-signup">Sign up for our newsletter</div>')
        + "</div></main>",
    ),
    "divisions only": _page(
        _TITLE,
        "<div id='wrap'><div class='col'><div class='story'><div class='hd'>"
        + _TITLE
        + "</div>"
        + "".join(f"<div>{paragraph}</div>" for paragraph in _PARAGRAPHS)
        + "</div></div></div>",
    ),
    "line breaks only": _page(_TITLE, f"<div class='post-content'>{'<br><br>'.join(_PARAGRAPHS)}</div>"),
    "captions and a byline": _page(
        _TITLE,
        f"<article><h1>{_TITLE}</h1><p class='byline'>By <a rel='author' href='/staff/ott'>Marlene Ott</a></p>"
        "<figure><img src='dam.jpg' alt='The dam'><figcaption>The dam at Ostmere on Friday. Photograph: R. Falk"
        f"</figcaption></figure>{_body()}</article>",
    ),
    "headings, a quotation and a list": _page(
        _TITLE,
        f"<article><h1>{_TITLE}</h1><p>{_PARAGRAPHS[0]}</p><h2>What is known</h2><ul><li>The crack is nine metres "
        "long, the company said.</li><li>The reservoir is two thirds full, engineers told reporters.</li></ul>"
        "<blockquote><p>“I took the dog and the photographs,” said Jonas Leif, a farmer, “and left the rest.”</p>"
        f"</blockquote><h2>What is denied</h2><p>{_PARAGRAPHS[3]}</p><p>{_PARAGRAPHS[4]}</p></article>",
    ),
    "a table": _page(
        _TITLE,
        f"<article><h1>{_TITLE}</h1>{_body()}<table><tr><th>Village</th><th>People</th></tr><tr><td>Ostmere</td>"
        "<td>740</td></tr><tr><td>Nether Ostmere</td><td>460</td></tr></table></article>",
    ),
    "comments of readers": _page(
        _TITLE,
        f"<article><h1>{_TITLE}</h1>{_body()}</article>",
        foot="<section id='comments' class='comments'><h3>2 comments</h3><div class='comment'><p>riverman: They knew "
        "about it for years, everybody did.</p></div><div class='comment'><p>anna_k: Stay safe, all of you down "
        "there.</p></div></section>",
    ),
    "inline markup and entities": _page(
        "Mayor&#8217;s office &amp; company at odds",
        "<article><h1>Mayor&#8217;s office &amp; company at odds</h1>"
        + _body().replace("Tilda Brandt", "<strong>Tilda <em>Brandt</em></strong>").replace("“", "&ldquo;")
        + "<p>The cost is put at &pound;3&nbsp;million &ndash; &ldquo;at least&rdquo;, said the mayor&rsquo;s office."
        "</p></article>",
    ),
    "a live blog": _page(
        _TITLE,
        f"<main><h1>{_TITLE}: live</h1>"
        + "".join(
            f"<article class='update'><time datetime='2024-03-08T1{n}:05'>1{n}:05</time><h2>Update {n}</h2>"
            f"<p>{text}</p></article>"
            for n, text in enumerate(_PARAGRAPHS)
        )
        + "</main>",
    ),
    "an old page of tables": "<html><head><title>Aldwick Courier - Crack in dam empties a valley</title></head><body>"
    "<table width=100%><tr><td width=120><a href=/>Home</a><br><a href=/a>Archive</a></td><td><h2>Crack in dam empties "
    f"a valley</h2><font face=Arial>{''.join(f'<p>{paragraph}' for paragraph in _PARAGRAPHS)}</font></td></tr></table>"
    "</body></html>",
    "a short notice": _page(
        "Road closed", f"<article><h1>Road closed</h1><p>{_PARAGRAPHS[0]}</p><p>{_PARAGRAPHS[4]}</p></article>"
    ),
    "data for search engines": _page(
        _TITLE,
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "'
        f'{_TITLE}", "datePublished": "2024-03-08T10:00:00+00:00", "author": {{"@type": "Person", "name": "Marlene Ott"'
        f"}}}}</script><article><h1>{_TITLE}</h1>{_body()}</article>",
    ),
}
