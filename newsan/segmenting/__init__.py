"""Text -> tokens; the only room that knows jieba, whose dictionary and model it reads without importing it."""

from newsan.segmenting.rjieba_engine import engine
from newsan.segmenting.segmenter import Segmenter, default_segmenter

__all__ = ["Segmenter", "default_segmenter", "engine"]
