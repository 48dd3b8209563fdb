"""Training by several processes, each on one processor, that hold the same weights and share their gradients.

Two threads of one process are slower than one, since matrices of this size are bound by memory; two processes are
nearly twice as fast. They are on one machine: gradients go through shared memory.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

Group = TypeVar("Group")


class Place(NamedTuple):
    """Which of how many processes this one is."""

    rank: int = 0
    size: int = 1

    @property
    def first(self) -> bool:
        """Whether this process is the one that writes files."""
        return self.rank == 0

    def own(self, groups: Sequence[Group]) -> list[Group]:
        """This process's groups; all processes get as many."""
        return list(groups[self.rank : len(groups) // self.size * self.size : self.size])


def begin() -> Place:
    """Join the other processes, if ``torchrun`` started any."""
    torch.set_num_threads(1)
    if "WORLD_SIZE" not in os.environ:
        return Place()
    dist.init_process_group("gloo")
    return Place(dist.get_rank(), dist.get_world_size())


def wait() -> None:
    """Wait until all processes are here."""
    if dist.is_initialized():
        dist.barrier()


class Gradients:
    """The mean of all processes' gradients, by two files in memory that are used in turns."""

    def __init__(self, parameters: Sequence[Tensor], shared: Path = Path("/dev/shm")) -> None:
        """Open the files; of one process alone nothing is shared."""
        self.parameters = list(parameters)
        self.turn = 0
        if not dist.is_initialized():
            return
        self.rank, self.size = dist.get_rank(), dist.get_world_size()
        self.count = sum(p.numel() for p in self.parameters)
        name = f"gradients-{os.environ['TORCHELASTIC_RUN_ID']}-{os.environ['MASTER_PORT']}"
        paths = [shared / f"{name}-{turn}" for turn in (0, 1)]
        self.files = [
            torch.from_file(str(path), shared=True, size=self.size * self.count, dtype=torch.bfloat16).view(
                self.size, -1
            )
            for path in paths
        ]
        wait()
        if self.rank == 0:
            for path in paths:
                path.unlink()  # the memory stays as long as a process has it

    def share(self) -> None:
        """Give every parameter the mean gradient; all processes must come here as often."""
        if not dist.is_initialized():
            return
        rows = self.files[self.turn]
        self.turn = 1 - self.turn
        at = 0
        for p in self.parameters:
            own = rows[self.rank, at : at + p.numel()]
            if p.grad is None:
                own.zero_()
            else:
                own.copy_(p.grad.flatten())
            at += p.numel()
        wait()
        at = 0
        for p in self.parameters:
            mean = rows[0, at : at + p.numel()].float()
            for other in range(1, self.size):
                mean += rows[other, at : at + p.numel()]
            p.grad = mean.div_(self.size).view_as(p)
            at += p.numel()
