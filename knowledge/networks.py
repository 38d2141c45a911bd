"""What the small networks over word vectors have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def gelu(found: NDArray[np.floating]) -> NDArray[np.floating]:
    """The Gaussian error linear unit by its tanh (Hendrycks and Gimpel, 2016), as the networks were fitted with."""
    return 0.5 * found * (1 + np.tanh(0.7978845608 * (found + 0.044715 * found**3)))
