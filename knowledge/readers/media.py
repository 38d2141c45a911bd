"""MP3, WAV, M4A, MP4, MOV and AVI: what is said in a recording, with its times, and single frames of a video.

The container is chosen from four demuxers by its bytes, opened by its local path alone (no playlists, no addresses, no
files named inside the file), and decoded by an allow list of codecs. The sound is never held as a whole.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.errors import DocumentRefused, NotFound
from knowledge.readers.blocks import reading
from knowledge.readers.progress import tell_pages, transcriber_wanted
from knowledge.readers.providers import ProviderFailed
from knowledge.readers.refusals import too_slow
from knowledge.readers.transcription import (
    BYTES_PER_SECOND,
    SAMPLE_RATE,
    Transcriber,
    Utterance,
    quiet_cut,
)
from knowledge.types import Block, BlockKind, Moment, Reading

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream
    from PIL.Image import Image

MAX_SECONDS = 4 * 3600.0
"""The longest recording that is read."""
SAMPLE_RATES = range(4_000, 384_001)
MAX_CHANNELS = 16
MAX_PACKET_BYTES = 64 * 1024 * 1024
"""The largest undivided piece of a file that is decoded; one that claims more is no recording."""
MAX_PIXELS = 40_000_000
OPEN_SECONDS = 10.0
MAX_TITLE_CHARACTERS = 200

FORMATS = ("mp3", "wav", "mov", "mp4", "avi")
AUDIO_CODECS = frozenset(
    "mp3 mp3float mp2 mp2float aac alac ac3 eac3 opus libopus vorbis flac amrnb amrwb wmav1 wmav2 "
    "adpcm_ms adpcm_ima_wav adpcm_ima_qt gsm_ms pcm_u8 pcm_s8 pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le "
    "pcm_s32be pcm_f32le pcm_f32be pcm_f64le pcm_alaw pcm_mulaw".split()
)
VIDEO_CODECS = frozenset(
    "h264 hevc mpeg4 mjpeg msmpeg4v2 msmpeg4 h263 mpeg1video mpeg2video vp8 vp9 av1 libdav1d prores rawvideo dvvideo "
    "wmv1 wmv2".split()
)

UTTERANCE_SECONDS = 15.0
"""The longest piece of speech that is recognised at once; a longer one is cut where it is quiet."""
CUT_SECONDS = 5.0
SILENCE_SECONDS = 0.5
LAST_SECONDS = 10.0
"""The part of the time allowed that is kept for recognising what was decoded last."""
MAX_CONFIDENCE = 0.6
"""How sure the offline recogniser can be at most: 50 to 75 of 100 words are right in clear read speech."""
MIN_WORDS_PER_SECOND = 1.5
"""The least words per second that they are said in (pauses not counted): 2 and more in speech, around 1 in music."""

FRAME_SECONDS = 10.0
"""The longest that `frame_at` decodes."""
FRAME_WIDTH = 1280
"""The widest image that `frame_at` makes, in pixels."""

OFFLINE_WARNING = (
    "The words were recognised by a small offline model and about a third of them may be wrong; "
    "set a transcription provider for better."
)

monotonic = time.monotonic


def available() -> str:
    """Why recordings cannot be read and what to install, or "" when they can."""
    missing = [package for package in ("av", "pocketsphinx") if find_spec(package) is None]
    if not missing:
        return ""
    return f"Recordings are not read: {' and '.join(missing)} missing. Install with: pip install {' '.join(missing)}"


def read_media(path: Path, name: str, deadline: float, *, transcribe: Transcriber | None = None) -> Reading:
    """The title as heading and a paragraph with its moment for every utterance, recognised by `transcribe`.

    Without `transcribe`, or when it fails, the offline recogniser is used, at five to ten times real time on one core.
    When the time runs out, what was read so far comes back with a warning. Raises DocumentRefused: damaged, too long,
    without speech.
    """
    transcribe = transcribe or transcriber_wanted()
    if transcribe is not None:
        try:
            return _read_media(path, name, deadline, transcribe)
        except ProviderFailed as failed:
            found = _read_media(path, name, deadline, None)
            return replace(found, warnings=(str(failed), *found.warnings))
    return _read_media(path, name, deadline, None)


def _read_media(path: Path, name: str, deadline: float, transcribe: Transcriber | None) -> Reading:
    if reason := available():
        raise DocumentRefused("invalid_type", f"“{name}” is a recording. {reason}", "Then send it again.")
    with _opened(path, name) as container:
        sound = _Sound(container, name, deadline - LAST_SECONDS)
        said = list((transcribe or recognise)(sound))
        title = " ".join(str(container.metadata.get("title", "")).split())[:MAX_TITLE_CHARACTERS]
        has_video = _video(container) is not None
    said = [utterance for utterance in said if utterance.text.strip()]
    if not said:
        raise sound.refusal()
    title = title or Path(name).stem
    blocks = [Block(BlockKind.HEADING, title, level=1), *(_paragraph(each, sound.begins) for each in said)]
    warnings = sound.warnings(heard=sum(each.end - each.start for each in said))
    if has_video:
        warnings.append("Only what is said in the video was read, not what is shown.")
    if transcribe is None:
        warnings.insert(0, OFFLINE_WARNING)
    found = reading(title, blocks, warnings)
    return replace(found, pages=(replace(found.pages[0], confidence=_mean(said)),))


def _paragraph(said: Utterance, begins: float) -> Block:
    moment = Moment(round(begins + said.start, 2), round(begins + said.end, 2))
    return Block(BlockKind.PARAGRAPH, " ".join(said.text.split()), moment=moment, confidence=said.confidence)


def _mean(said: list[Utterance]) -> float | None:
    """The mean confidence over the characters, None when nobody said how sure they were."""
    sure = [(each.confidence, len(each.text)) for each in said if each.confidence is not None]
    return round(sum(c * n for c, n in sure) / sum(n for _, n in sure), 3) if sure else None


# --- containers -------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(path: Path, name: str) -> Generator[InputContainer]:
    """The recording, opened as one of FORMATS. Raises DocumentRefused, also for what FFmpeg finds amiss later."""
    # imported here: it loads FFmpeg, which only those who take in recordings need
    import av
    from av.error import FFmpegError

    options = {
        "protocol_whitelist": "file",
        "format_whitelist": ",".join(FORMATS),
        "codec_whitelist": ",".join(sorted(AUDIO_CODECS | VIDEO_CODECS)),
    }
    try:
        with av.open(
            f"file:{path.resolve()}", options=options, metadata_errors="replace", timeout=OPEN_SECONDS
        ) as found:
            yield found
    except FFmpegError as error:
        raise _damaged(name, type(error).__name__) from error


def _damaged(name: str, finding: str) -> DocumentRefused:
    return DocumentRefused(
        "corrupted",
        f"“{name}” cannot be played: it is damaged, protected against copying, or of another kind ({finding}).",
        "Play it, export it again as MP3, WAV or MP4, and send that.",
    )


def _video(container: InputContainer) -> VideoStream | None:
    """The first stream of moving pictures; the cover of an album is none."""
    from av.stream import Disposition

    return next((each for each in container.streams.video if not each.disposition & Disposition.attached_pic), None)


def _check_codec(codec: Any, allowed: frozenset[str], name: str) -> None:
    if codec is None or codec.name not in allowed:
        raise DocumentRefused(
            "invalid_content",
            f"“{name}” is coded as {'something unknown' if codec is None else codec.name}, which is not read.",
            "Export it as MP3, WAV or MP4 (H.264 and AAC).",
        )


def _clock(seconds: float) -> str:
    """Minutes and seconds, as on a player: 75.4 is 1:15."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


class _Frames:
    """The frames of a stream, decoded as they are drawn; once. Damaged pieces are skipped and counted.

    Ends early when the time runs out: `stopped` tells.
    """

    def __init__(self, container: InputContainer, stream: AudioStream | VideoStream, name: str, stop_at: float) -> None:
        self.pieces = 0
        self.damaged = 0
        self.stopped = False
        self._packets: Iterator[Any] = container.demux(stream)
        self._name = name
        self._stop_at = stop_at

    def __iter__(self) -> Iterator[Any]:
        from av.error import FFmpegError

        while True:
            if monotonic() >= self._stop_at:
                self.stopped = True
                return
            try:
                packet = next(self._packets, None)
            except FFmpegError:
                # the file breaks off here: what came before it can be used
                self.pieces += 1
                self.damaged += 1
                return
            if packet is None:
                return
            tell_pages(0, 0)  # a recording has no pages; it is still a sign of life
            if packet.size > MAX_PACKET_BYTES:
                raise DocumentRefused(
                    "security_risk",
                    f"“{self._name}” claims {packet.size / 2**20:,.0f} MB for a single piece of sound or picture.",
                    "Export it again as MP3, WAV or MP4.",
                )
            # the last packet is empty and draws what the decoder still holds
            self.pieces += packet.size > 0
            try:
                frames = packet.decode()
            except FFmpegError:
                self.damaged += packet.size > 0
            else:
                yield from frames


class _Sound:
    """The sound of a recording, decoded as it is drawn; once. Ends early when the time runs out.

    `begins` is where in the recording the sound begins, in seconds.
    """

    def __init__(self, container: InputContainer, name: str, stop_at: float) -> None:
        self.begins = 0.0
        self._container = container
        self._name = name
        self._drawn = 0
        self._declared = (container.duration or 0) / 1_000_000
        self._resampler: AudioResampler | None = None
        self._resampled: tuple[object, ...] = ()
        if not container.streams.audio:
            raise DocumentRefused("no_text", f"“{name}” has no sound.", "Send a recording in which someone speaks.")
        stream = container.streams.audio[0]
        _check_codec(stream.codec_context, AUDIO_CODECS, name)
        self._frames = _Frames(container, stream, name, stop_at)
        if self._declared > MAX_SECONDS:
            raise self._too_long(self._declared)

    def __iter__(self) -> Iterator[bytes]:
        for frame in self._frames:
            yield from self._counted(self._resample(frame))
        if self._resampler is not None:
            yield from self._counted(self._resampler.resample(None))

    @property
    def seconds(self) -> float:
        """How much was decoded so far."""
        return self._drawn / BYTES_PER_SECOND

    def refusal(self) -> DocumentRefused:
        """Why there is nothing to read, when no word was recognised."""
        if self._frames.stopped:
            return too_slow(self._name, _clock(self.seconds))
        if self._frames.damaged * 2 > self._frames.pieces:
            return _damaged(self._name, f"{self._frames.damaged:,} of {self._frames.pieces:,} pieces")
        return DocumentRefused(
            "no_text",
            f"No speech was recognised in the {_clock(self.seconds)} min of “{self._name}”.",
            "Check the recording, or set a transcription provider.",
        )

    def warnings(self, heard: float) -> list[str]:
        """What of the sound was not read, and why; words were heard in `heard` seconds of it."""
        found: list[str] = []
        whole = f" of {_clock(self._declared)}" if self._declared else ""
        if self._frames.stopped:
            found.append(f"The time ran out: only the first {_clock(self.seconds)}{whole} min were read. Split it.")
        elif self.begins + self.seconds < 0.9 * self._declared:
            found.append(f"Only {_clock(self.seconds)}{whole} min hold sound; the file may be cut off.")
        if heard < 0.5 * self.seconds:
            found.append(
                f"Words were recognised in {_clock(heard)} of {_clock(self.seconds)} min; "
                "the rest is silence, music or unclear."
            )
        if self._frames.damaged:
            found.append(
                f"{self._frames.damaged:,} of {self._frames.pieces:,} pieces of the sound are damaged and were skipped."
            )
        return found

    def _resample(self, frame: AudioFrame) -> Iterator[AudioFrame]:
        """The frame in the one form of sound; the form of the frames may change on the way."""
        from av.audio.resampler import AudioResampler

        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if frame.sample_rate not in SAMPLE_RATES or frame.layout.nb_channels > MAX_CHANNELS:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” has {frame.layout.nb_channels} channels at {frame.sample_rate} Hz: no recording has.",
                "Export it again as MP3 or WAV.",
            )
        if self._resampler is None or form != self._resampled:
            if self._resampler is None:
                start = (self._container.start_time or 0) / 1_000_000
                self.begins = min(max((frame.time or 0.0) - start, 0.0), MAX_SECONDS)
            else:
                yield from self._resampler.resample(None)
            self._resampler = AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            self._resampled = form
        yield from self._resampler.resample(frame)

    def _counted(self, frames: Iterable[AudioFrame]) -> Iterator[bytes]:
        for frame in frames:
            # the plane may be padded beyond its samples
            chunk = bytes(frame.planes[0])[: frame.samples * 2]
            self._drawn += len(chunk)
            if self.seconds > MAX_SECONDS:
                raise self._too_long(self.seconds)
            yield chunk

    def _too_long(self, seconds: float) -> DocumentRefused:
        return DocumentRefused(
            "invalid_size",
            f"“{self._name}” lasts {seconds / 3600:.1f} h or more; recordings may last {MAX_SECONDS / 3600:g} h.",
            "Split it.",
        )


# --- the offline recogniser -------------------------------------------------------------------------------------------


def recognise(sound: Iterable[bytes]) -> Iterator[Utterance]:
    """What is said in the sound, by the small English model in pocketsphinx: lower case, without punctuation.

    The confidence is the mean posterior of the words over their time, scaled to at most MAX_CONFIDENCE (that of the
    whole hypothesis is their product, and tells only how long it is). Stretches with fewer than MIN_WORDS_PER_SECOND
    are taken for music or noise and left out.
    """
    decoder = _decoder()
    for start, stretch in _stretches(sound):
        decoder.start_utt()
        decoder.process_raw(stretch, full_utt=True)  # a whole one: its loudness is made even before the search
        decoder.end_utt()
        if decoder.hyp() is None:
            continue
        words = [each for each in decoder.seg() if not each.word.startswith(("<", "[", "+"))]
        spoken = sum(_frames_of(each) for each in words)
        if len(words) * 100 < MIN_WORDS_PER_SECOND * spoken or not words:
            continue
        posterior = sum(min(each.prob, 1.0) * _frames_of(each) for each in words) / spoken
        yield Utterance(
            start=start + words[0].start_frame / 100,  # 100 frames are a second
            end=start + (words[-1].end_frame + 1) / 100,
            text=" ".join(each.word.partition("(")[0] for each in words),  # "read(2)" is the second way to say "read"
            confidence=round(MAX_CONFIDENCE * posterior, 3),
        )


def _frames_of(segment: Any) -> int:
    """The length of a word in frames of 10 ms."""
    return segment.end_frame - segment.start_frame + 1


@cache
def _decoder() -> Any:
    # imported here: the model takes 0.3 s and 60 MB, which only those who take in recordings need
    pocketsphinx: Any = import_module("pocketsphinx")
    # fewer hypotheses a frame: as many words right in speech, and three times faster in music, than the defaults
    return pocketsphinx.Decoder(loglevel="FATAL", maxhmmpf=3000, maxwpf=20)


def _stretches(sound: Iterable[bytes]) -> Iterator[tuple[float, bytes]]:
    """The pieces between silences, at most UTTERANCE_SECONDS long, each with its start in seconds."""
    endpointer: Any = import_module("pocketsphinx").Endpointer(window=SILENCE_SECONDS, ratio=0.9)
    longest = int(UTTERANCE_SECONDS * BYTES_PER_SECOND)
    held = bytearray()
    start = 0.0
    for frame in _frames_in(sound, endpointer.frame_bytes):
        whole = len(frame) == endpointer.frame_bytes
        speech = endpointer.process(frame) if whole else endpointer.end_stream(frame)
        if speech is None:
            continue
        if not held:
            start = endpointer.speech_start
        held += speech
        if not endpointer.in_speech:
            yield start, bytes(held)
            held.clear()
        elif len(held) >= longest:
            cut = quiet_cut(held, CUT_SECONDS)
            yield start, bytes(held[:cut])
            del held[:cut]
            start += cut / BYTES_PER_SECOND
    if held:
        yield start, bytes(held)


def _frames_in(sound: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The sound in frames of `size` bytes; the last one is shorter and never empty, which tells that it is the end."""
    held = bytearray()
    for chunk in sound:
        held += chunk
        whole = len(held) // size * size
        for at in range(0, whole, size):
            yield bytes(held[at : at + size])
        del held[:whole]
    yield bytes(held) or b"\0\0"


# --- frames of a video ------------------------------------------------------------------------------------------------


def frame_at(path: Path, seconds: float) -> Image:
    """The frame shown at a time of a video, upright and at most FRAME_WIDTH pixels wide; the last one beyond its end.

    Raises NotFound when there is no picture, DocumentRefused for a damaged file and one that decodes too slowly.
    """
    from av.error import FFmpegError

    stop_at = monotonic() + FRAME_SECONDS
    with _opened(path, path.name) as container:
        stream = _video(container)
        if stream is None:
            raise NotFound(f"“{path.name}” has no moving pictures. Ask for a frame of a video.")
        _check_codec(stream.codec_context, VIDEO_CODECS, path.name)
        _check_pixels(stream.width * stream.height, path.name)
        begins = (container.start_time or 0) / 1_000_000
        wanted = begins + min(max(seconds, 0.0), (container.duration or 0) / 1_000_000)
        try:
            # in the stream's own ticks, rounded down: rounded up, the frame before would be out of reach
            container.seek(int(wanted / (stream.time_base or Fraction(1, 1_000_000))), stream=stream)
        except FFmpegError:
            container.seek(int(begins * 1_000_000))  # a file without an index is read from its start
        frames = _Frames(container, stream, path.name, stop_at)
        shown: Any = None
        for frame in frames:
            if shown is not None and frame.time is not None and frame.time > wanted:
                break
            _check_pixels(frame.width * frame.height, path.name)
            shown = frame
        if frames.stopped:
            raise DocumentRefused(
                "security_risk",
                f"“{path.name}” took too long to decode at {_clock(seconds)}.",
                "Export it with a smaller picture.",
            )
        if shown is None:
            raise NotFound(f"“{path.name}” shows no picture at {_clock(seconds)}. Ask for an earlier time.")
        return _as_image(shown)


def _check_pixels(pixels: int, name: str) -> None:
    if pixels > MAX_PIXELS:
        raise DocumentRefused(
            "security_risk",
            f"“{name}” has pictures of {pixels / 1e6:,.0f} megapixels; up to {MAX_PIXELS / 1e6:g} are decoded.",
            "Export it with a smaller picture.",
        )


def _as_image(frame: Any) -> Image:
    turned = frame.rotation % 180 != 0
    scale = min(1.0, FRAME_WIDTH / (frame.height if turned else frame.width))
    size = {"width": max(1, round(frame.width * scale)), "height": max(1, round(frame.height * scale))}
    image: Image = frame.reformat(**size, format="rgb24").to_image()
    return image.rotate(frame.rotation, expand=True) if frame.rotation else image
