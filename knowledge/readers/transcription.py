"""Speech into words: what a transcriber is, and the one that asks an OpenAI-compatible provider.

Sound, everywhere here: 16 kHz, mono, signed 16-bit little-endian samples, in chunks of whole samples of any length.
"""

from __future__ import annotations

import io
import math
import time
import wave
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel, FiniteFloat, ValidationError

from knowledge.readers.providers import Hear, ProviderFailed

SAMPLE_RATE = 16_000
BYTES_PER_SECOND = 2 * SAMPLE_RATE

PART_SECONDS = 600.0
"""The longest sound sent in one request: 19 MB as WAV, under the 25 MB that providers take."""
SHORTEST_SECONDS = 0.1
"""Shorter parts are not sent: providers refuse them, and they hold no word."""
RETRY_SECONDS = (1.0, 4.0)
"""The waits before the second and the third try of a request."""
LONGEST_WAIT_SECONDS = 30.0
"""The most that a provider's Retry-After may make us wait."""

_CUT_SECONDS = 20.0
_BIN_SAMPLES = 480  # 30 ms
_BINS = 5


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words as heard: `start` and `end` in seconds of the sound, `confidence` 0..1, or None when nobody says."""

    start: float
    end: float
    text: str
    confidence: float | None


Transcriber = Callable[[Iterable[bytes]], Iterable[Utterance]]
"""What is said in a sound, in order of time. It draws the sound chunk by chunk and never holds all of it."""


def quiet_cut(sound: bytes | bytearray, seconds: float) -> int:
    """The offset in bytes of the quietest 0.15 s in the last `seconds` of a sound, where it may be cut in two."""
    import numpy as np

    tail = min(len(sound), int(seconds * SAMPLE_RATE) * 2) // 2 * 2
    samples = np.frombuffer(bytes(sound[len(sound) - tail :]), np.dtype("<i2"))
    bins = len(samples) // _BIN_SAMPLES
    if bins < _BINS:
        return len(sound)
    loudness = np.abs(samples[: bins * _BIN_SAMPLES].astype(np.float32)).reshape(bins, _BIN_SAMPLES).mean(axis=1)
    quietest = int(np.argmin(np.convolve(loudness, np.ones(_BINS), "valid"))) + _BINS // 2
    return len(sound) - tail + quietest * _BIN_SAMPLES * 2


class _Segment(BaseModel):
    start: FiniteFloat
    end: FiniteFloat
    text: str
    avg_logprob: FiniteFloat | None = None
    no_speech_prob: FiniteFloat | None = None

    @property
    def is_speech(self) -> bool:
        """Whether the provider believes in its own words; the two thresholds are those of Whisper."""
        return (self.no_speech_prob or 0.0) <= 0.6 or self.avg_logprob is None or self.avg_logprob >= -1.0


class _Answer(BaseModel):
    text: str = ""
    segments: list[_Segment] | None = None


@dataclass(frozen=True, slots=True)
class ProviderTranscriber:
    """A Transcriber that posts the sound to `{base_url}/audio/transcriptions`, in parts of at most ten minutes.

    `key` may be "" for a server on the own premises. `timeout` is in seconds and for each request. `wait` is what
    passes the time between tries. Calling it raises ProviderFailed, also after words were yielded.
    """

    base_url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    wait: Callable[[float], None] = time.sleep

    def __call__(self, sound: Iterable[bytes]) -> Iterable[Utterance]:
        return by_parts(self.hear)(sound)

    def hear(self, recording: bytes) -> bytes:
        """The provider's answer to a WAV file of at most ten minutes, as JSON. Raises ProviderFailed."""
        # imported here: only those who set a provider need a client
        import httpx

        url = f"{self.base_url.rstrip('/')}/audio/transcriptions"
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        form = {"model": self.model, "response_format": "verbose_json", "timestamp_granularities[]": "segment"}
        trouble = ""
        for pause in (*RETRY_SECONDS, None):
            asked_to_wait = ""
            try:
                answer = httpx.post(
                    url,
                    data=form,
                    files={"file": ("sound.wav", recording, "audio/wav")},
                    headers=headers,
                    timeout=self.timeout,
                )
            except httpx.TimeoutException:
                raise self._failure(f"did not answer within {self.timeout:g} s") from None
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                trouble = f"could not be reached ({type(error).__name__})"
            else:
                if answer.is_success:
                    try:
                        return _Answer.model_validate_json(answer.content).model_dump_json().encode()
                    except ValidationError:
                        raise self._failure("answered with something other than a transcription") from None
                trouble = f"answered {answer.status_code}: {' '.join(answer.text.split())[:200]}"
                if answer.status_code != 429 and answer.status_code < 500:
                    break
                asked_to_wait = answer.headers.get("Retry-After", "")
            if pause is not None:
                self.wait(min(float(asked_to_wait), LONGEST_WAIT_SECONDS) if asked_to_wait.isdecimal() else pause)
        raise self._failure(trouble)

    def _failure(self, trouble: str) -> ProviderFailed:
        return ProviderFailed(
            f"The transcription provider “{self.base_url}” {trouble}. "
            "Read the recording with the offline recogniser, or check the provider's settings and try again."
        )


def by_parts(hear: Hear) -> Transcriber:
    """A Transcriber that gives `hear` the sound in parts of at most ten minutes, cut where it is quiet."""

    def transcribe(sound: Iterable[bytes]) -> Iterator[Utterance]:
        start = 0.0
        for part in _parts(sound):
            length = len(part) / BYTES_PER_SECOND
            if length >= SHORTEST_SECONDS:
                yield from _utterances(_Answer.model_validate_json(hear(_as_wav(part))), start, length)
            start += length

    return transcribe


def _parts(sound: Iterable[bytes]) -> Iterator[bytes]:
    """The sound in parts of at most PART_SECONDS, cut where it is quiet."""
    limit = int(PART_SECONDS * BYTES_PER_SECOND)
    held = bytearray()
    for chunk in sound:
        held += chunk
        while len(held) > limit:
            cut = quiet_cut(held[:limit], _CUT_SECONDS)
            yield bytes(held[:cut])
            del held[:cut]
    if held:
        yield bytes(held)


def _as_wav(sound: bytes) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound)
    return made.getvalue()


def _utterances(answer: _Answer, start: float, length: float) -> Iterator[Utterance]:
    """What was said in the part of `length` seconds that begins at `start`. Times beyond the part are clipped to it."""
    if answer.segments is None:
        # a server that knows no timestamps: the words are true of the whole part
        answer = _Answer(segments=[_Segment(start=0.0, end=length, text=answer.text)])
    for segment in answer.segments or ():
        text = " ".join(segment.text.split())
        if text and segment.is_speech:
            first = min(max(segment.start, 0.0), length)
            last = min(max(segment.end, first), length)
            sure = None if segment.avg_logprob is None else min(math.exp(min(segment.avg_logprob, 0.0)), 1.0)
            yield Utterance(start + first, start + last, text, sure)
