"""The attribution network in torch: a MiniLM encoder with a tagger and cue-conditioned links on top of it."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from claimx.attributions.model.links import BUCKETS, RELATIONS
from claimx.network.inputs import QUOTE_STATES, SHAPES, STARTS

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
LINK_WIDTH = 64
#: The layers, from 0, whose vectors tell whether something is said at all (models/credence).
SAID_LAYERS = (2, 5)
#: OntoNotes labels of names, and of times and numbers; then the tags on words, begin and inside.
NAME_LABELS = (
    *("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"),
    *("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"),
)
NAME_TAGS = ("O", *(f"{place}-{label}" for label in NAME_LABELS for place in "BI"))


class Layer(nn.Module):
    """One BERT encoder layer, post-norm."""

    def __init__(self, inner: int = INNER) -> None:
        """Create the weights; ``load_encoder`` fills them. ``inner`` is the width between ``up`` and ``down``."""
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Map [B, L, WIDTH] to the same; ``mask`` [B, 1, 1, L] is 0 where a piece stands, else very low."""
        b, length, _ = x.shape
        q, k, v = self.qkv(x).view(b, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        # written out: the fused kernel's backward pass takes four times as long on a CPU
        weights = _softmax(q * (WIDTH // HEADS) ** -0.5 @ k.transpose(-1, -2) + mask)
        a = (weights @ v).transpose(1, 2).reshape(b, length, WIDTH)
        x = self.norm1(x + shared_dropout(self.out(a), dropout))
        return self.norm2(x + shared_dropout(self.down(F.gelu(self.up(x))), dropout))


def _softmax(scores: Tensor) -> Tensor:
    """Softmax in the scores' own precision, to which autocast would come back anyway, by two copies of them."""
    with torch.autocast("cpu", enabled=False):
        return scores.softmax(-1)


def shared_dropout(x: Tensor, rate: float) -> Tensor:
    """Drop the same features at all pieces of a window: as good a regulariser, and free on a CPU."""
    if not rate:
        return x
    keep = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - rate)
    return x * keep / (1 - rate)


class Network(nn.Module):
    """Pieces to tag scores, link queries and link keys of the words."""

    def __init__(self, dropout: float = 0.0) -> None:
        """Create the weights; the added input embeddings begin at nought, so that the encoder starts undisturbed."""
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(30522, WIDTH)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        links = len(RELATIONS) * LINK_WIDTH
        self.quote = nn.Embedding(QUOTE_STATES, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.start = nn.Embedding(STARTS, WIDTH)
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.head = nn.Linear(WIDTH, len(LABELS) + 2 * links)
        self.inner = nn.Linear(WIDTH, len(LABELS))
        self.bias = nn.Parameter(torch.zeros(len(RELATIONS), BUCKETS))
        self.names: NameBranch | None = None
        for extra in (self.quote, self.shape, self.start):
            nn.init.zeros_(extra.weight)

    def encoder_parameters(self) -> list[list[nn.Parameter]]:
        """Group the pretrained weights that are trained: embeddings first, then layer by layer."""
        groups = [[self.places.weight, *self.norm.parameters()]]
        return groups + [list(layer.parameters()) for layer in self.layers]

    def encode(self, batch: dict[str, Tensor], layers: int = LAYERS) -> tuple[Tensor, Tensor]:
        """Run the first ``layers`` layers; returns [B, L, WIDTH] and the attention's mask for further ones."""
        rate = self.dropout if self.training else 0.0
        ids = batch["ids"]
        x = self.words(ids) + self.places(torch.arange(ids.shape[1]))
        x = x + self.quote(batch["quote"]) + self.shape(batch["shape"]) + self.start(batch["start"])
        x = shared_dropout(self.norm(x), rate)
        mask = torch.where(batch["mask"], 0.0, -1e4)[:, None, None, :].to(torch.bfloat16)
        for layer in self.layers[:layers]:
            x = layer(x, mask, rate)
        return x, mask

    def name_scores(self, batch: dict[str, Tensor]) -> Tensor:
        """Scores of the name tags [B, U, tags], where there is a branch for them."""
        if self.names is None:
            raise ValueError("this network has no branch for names")
        return self.names(*self.encode(batch, NameBranch.BELOW), batch["units"])

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return two kinds of tag scores and the links' queries and keys.

        The tags are those of outermost statements and those of statements that others report, [B, U, labels] each;
        queries and keys are [B, U, relations, LINK_WIDTH] (keys scaled).
        """
        rate = self.dropout if self.training else 0.0
        x, _ = self.encode(batch)
        x = x.gather(1, batch["units"][:, :, None].expand(-1, -1, WIDTH))
        hidden = shared_dropout(F.gelu(self.hidden(x)), rate)
        x = self.head(hidden).float()
        links = x[..., len(LABELS) :].unflatten(-1, (2, len(RELATIONS), LINK_WIDTH))
        return x[..., : len(LABELS)], self.inner(hidden).float(), links[:, :, 0], links[:, :, 1] / math.sqrt(LINK_WIDTH)


class NameBranch(nn.Module):
    """Layers and a head of its own, on a lower layer of a network, that tag names."""

    BELOW, LAYERS, INNER = 4, 2, 640

    def __init__(self, network: Network, dropout: float = 0.0) -> None:
        """Begin from the network's own layers above ``BELOW``, made narrower."""
        super().__init__()
        self.dropout = dropout
        self.layers = nn.ModuleList(narrowed(network.layers[self.BELOW + i], self.INNER) for i in range(self.LAYERS))
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.head = nn.Linear(WIDTH, len(NAME_TAGS))

    def forward(self, below: Tensor, mask: Tensor, units: Tensor) -> Tensor:
        """Map what ``Network.encode`` returns to tag scores [B, U, tags]."""
        rate = self.dropout if self.training else 0.0
        x = below
        for layer in self.layers:
            x = layer(x, mask, rate)
        x = x.gather(1, units[:, :, None].expand(-1, -1, WIDTH))
        return self.head(shared_dropout(F.gelu(self.hidden(x)), rate)).float()


@torch.no_grad()
def narrowed(layer: nn.Module, inner: int) -> Layer:
    """A copy of a layer with those of its inner features that weigh most in what comes in and what goes out."""
    weight = layer.up.weight.norm(dim=1) * layer.down.weight.norm(dim=0)
    kept = weight.topk(inner).indices.sort().values
    state = dict(layer.state_dict())
    state["up.weight"], state["up.bias"] = state["up.weight"][kept], state["up.bias"][kept]
    state["down.weight"] = state["down.weight"][:, kept]
    copy = Layer(inner)
    copy.load_state_dict(state)
    return copy


def load_encoder(network: Network, weights: Path) -> None:
    """Fill the encoder from a Hugging Face BERT's ``model.safetensors``."""
    found = load_file(weights)
    e = "embeddings."
    state = {"words.weight": found[e + "word_embeddings.weight"]}
    state["places.weight"] = found[e + "position_embeddings.weight"] + found[e + "token_type_embeddings.weight"][0]
    names = {"norm.": e + "LayerNorm."}
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        names[new + "out."] = old + "attention.output.dense."
        names[new + "norm1."] = old + "attention.output.LayerNorm."
        names[new + "up."] = old + "intermediate.dense."
        names[new + "down."] = old + "output.dense."
        names[new + "norm2."] = old + "output.LayerNorm."
        for kind in ("weight", "bias"):
            parts = [found[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}qkv.{kind}"] = torch.cat(parts)
    for new, old in names.items():
        for kind in ("weight", "bias"):
            state[new + kind] = found[old + kind]
    missing, unexpected = network.load_state_dict(state, strict=False)
    heads = ("quote.", "shape.", "start.", "hidden.", "head.", "inner.", "bias")
    if unexpected or not all(name.startswith(heads) for name in missing):
        raise ValueError(f"{weights} is not a MiniLM-L6 encoder: {missing} missing, {unexpected} unexpected")


def loss(network: Network, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Joint loss of tags and links; the parts are returned for the log."""
    tags, inner, queries, keys = network(batch)
    parts = {"tag": F.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=-100)}
    if (marked := batch["inner"] != -100).any():
        parts["inner"] = F.cross_entropy(inner[marked], batch["inner"][marked])
    if len(batch["cue"]):
        window = batch["cue"]
        mean = torch.einsum("cu,curd->crd", batch["pool"], queries[window])
        scores = torch.einsum("crd,curd->rcu", mean, keys[window]) + network.bias[:, batch["bucket"]]
        valid = batch["word"][window]
        inside = batch["in"]
        each = F.binary_cross_entropy_with_logits(scores[0], inside, reduction="none")
        parts["in"] = (each * valid).sum() / inside.sum().clamp(min=1)
        for i, name in enumerate(RELATIONS[1:], 1):
            if name == "source":  # row 0, [CLS], stands for "none"
                valid = valid.clone()
                valid[:, 0] = True
            chance = scores[i].masked_fill(~valid, -1e4).log_softmax(-1)
            if name == "source":  # any word of the source will do
                good = torch.logsumexp(chance.masked_fill(batch[name] == 0, -1e4), -1)
            else:  # each piece's own first or last word
                good = (chance * batch[name]).sum(-1) / batch[name].sum(-1).clamp(min=1)
            parts[name] = -good.mean()
    weights = {"tag": 1.0, "inner": 0.5, "in": 0.15, "first": 0.1, "last": 0.1, "source": 0.15}
    total = sum((weights[name] * part for name, part in parts.items()), torch.zeros(()))
    return total, {name: float(part.detach()) for name, part in parts.items()}
