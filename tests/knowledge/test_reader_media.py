"""Recordings: words with their moments, what is refused and why, and single frames of a video."""

from __future__ import annotations

import math
import time
import wave
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from knowledge.errors import DocumentRefused, NotFound
from knowledge.readers import media
from knowledge.readers.media import OFFLINE_WARNING, available, frame_at, read_media, recognise
from knowledge.readers.transcription import SAMPLE_RATE, Transcriber, Utterance
from knowledge.types import Block, BlockKind, Moment, PageReport, Reading

FRAMES_PER_SECOND = 10
RED, GREEN, BLUE = (250, 0, 0), (0, 250, 0), (0, 0, 250)


@contextmanager
def _writing(path: Path) -> Generator[Any]:
    with av.open(str(path), "w") as container:
        yield container


def tone(seconds: float, rate: int = SAMPLE_RATE) -> Any:
    return (np.sin(np.arange(int(seconds * rate)) * 2 * math.pi * 440 / rate) * 9_000).astype("<i2")


def wav(path: Path, seconds: float = 2.0, *, rate: int = SAMPLE_RATE, channels: int = 1, loud: bool = True) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(tone(seconds, rate) * int(loud), channels).tobytes())
    return path


def recording(path: Path, codec: str, seconds: float = 2.0, *, title: str = "", begins: float = 0.0) -> Path:
    with _writing(path) as container:
        if title:
            container.metadata["title"] = title
        stream = container.add_stream(codec, rate=44_100)
        stream.layout = "mono"
        frame = av.AudioFrame.from_ndarray(tone(seconds, 44_100).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = 44_100
        frame.pts = int(begins * 44_100)
        frame.time_base = Fraction(1, 44_100)
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return path


def video(path: Path, codec: str = "mpeg4", *, size: tuple[int, int] = (64, 32), rotation: int = 0) -> Path:
    """A second of red, one of green and one of blue, the right half always black; key frames only at the start."""
    with _writing(path) as container:
        stream = container.add_stream(codec, rate=FRAMES_PER_SECOND)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.codec_context.gop_size = 100
        if rotation:
            stream.set_display_rotation(rotation)
        for colour in (RED, GREEN, BLUE):
            for _ in range(FRAMES_PER_SECOND):
                image = np.zeros((size[1], size[0], 3), np.uint8)
                image[:, : size[0] // 2] = colour
                for packet in stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")):
                    container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


def saying(*said: Utterance) -> Transcriber:
    """A transcriber that listens to all of the sound and then says what it was told to."""

    def transcribe(sound: Iterable[bytes]) -> Iterator[Utterance]:
        assert all(len(chunk) % 2 == 0 for chunk in sound)
        yield from said

    return transcribe


def soon() -> float:
    return time.monotonic() + 60


def refusal(path: Path, transcribe: Transcriber | None = None) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as refused:
        read_media(path, path.name, soon(), transcribe=transcribe)
    return refused.value


def near(colour: tuple[int, ...], wanted: tuple[int, int, int]) -> bool:
    return all(abs(is_ - should) < 40 for is_, should in zip(colour, wanted, strict=True))


def test_an_utterance_is_a_paragraph_with_its_moment_under_the_title(tmp_path: Path) -> None:
    path = wav(tmp_path / "Fryer cleaning.wav")
    said = [Utterance(0.25, 1.0, " drain the\noil ", 0.5), Utterance(1.0, 1.901, "wait", 0.25), Utterance(2, 2, " ", 1)]
    assert read_media(path, path.name, soon(), transcribe=saying(*said)) == Reading(
        "Fryer cleaning",
        (
            Block(BlockKind.HEADING, "Fryer cleaning", level=1),
            Block(BlockKind.PARAGRAPH, "drain the oil", moment=Moment(0.25, 1.0), confidence=0.5),
            Block(BlockKind.PARAGRAPH, "wait", moment=Moment(1.0, 1.9), confidence=0.25),
        ),
        (PageReport(1, 31, 3, confidence=pytest.approx(0.45, abs=0.02)),),  # pyright: ignore[reportArgumentType] - equal to a float near it
    )


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [(".m4a", "aac"), (".mp4", "aac"), (".mov", "pcm_s16le"), (".avi", "pcm_s16le"), (".wav", "pcm_s16le")],
)
def test_every_container_is_resampled_to_the_one_form_of_sound(tmp_path: Path, suffix: str, codec: str) -> None:
    path = recording(tmp_path / f"a{suffix}", codec, title="  Pump \n start ")
    heard: list[bytes] = []

    def listen(sound: Iterable[bytes]) -> Iterator[Utterance]:
        heard.extend(sound)
        yield Utterance(0.0, 2.0, "words", None)

    found = read_media(path, path.name, soon(), transcribe=listen)
    samples = np.frombuffer(b"".join(heard), "<i2").astype(float)
    assert len(samples) / SAMPLE_RATE == pytest.approx(2.0, abs=0.1)
    middle = np.abs(np.fft.rfft(samples[8_000:24_000]))
    assert int(np.argmax(middle)) == 440  # Hz: the tone kept its pitch
    assert (found.title, found.warnings, found.pages[0].confidence) == ("Pump start", (), None)


def test_sound_that_begins_later_than_the_recording_keeps_its_times(tmp_path: Path) -> None:
    path = tmp_path / "late.mov"
    with _writing(path) as container:
        picture = container.add_stream("mpeg4", rate=10)
        picture.width, picture.height, picture.pix_fmt = 32, 32, "yuv420p"
        sound = container.add_stream("pcm_s16le", rate=SAMPLE_RATE)
        sound.layout = "mono"
        for _ in range(40):
            container.mux(picture.encode(av.VideoFrame(32, 32, "yuv420p")))
        container.mux(picture.encode(None))
        frame = av.AudioFrame.from_ndarray(tone(2).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, 2 * SAMPLE_RATE, Fraction(1, SAMPLE_RATE)
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    found = read_media(path, path.name, soon(), transcribe=saying(Utterance(0.0, 1.5, "go", 0.9)))
    assert found.blocks[1].moment == Moment(2.0, 3.5)
    assert found.warnings == ("Only what is said in the video was read, not what is shown.",)


@pytest.mark.parametrize("loud", [True, False])
def test_sound_without_speech_is_no_text_for_the_offline_recogniser(tmp_path: Path, loud: bool) -> None:
    refused = refusal(wav(tmp_path / "hum.wav", 65.0, loud=loud) if not loud else wav(tmp_path / "hum.wav"))
    length = "0:02" if loud else "1:05"
    assert (refused.kind, str(refused)) == (
        "no_text",
        f"No speech was recognised in the {length} min of “hum.wav”. "
        "Check the recording, or set a transcription provider.",
    )


def test_the_recogniser_takes_sound_in_chunks_of_any_length() -> None:
    sound = tone(17.0).tobytes()  # longer than one utterance may be, so that it is cut
    assert list(recognise(sound[at : at + 3_002] for at in range(0, len(sound), 3_002))) == []
    assert list(recognise([])) == []


class FakeDecoder:
    """A recogniser that hears the same in every stretch: words as (word, posterior, first frame, last frame)."""

    def __init__(self, *words: tuple[str, float, int, int]) -> None:
        self.words = words

    def start_utt(self) -> None: ...

    def process_raw(self, sound: bytes, *, full_utt: bool) -> None: ...

    def end_utt(self) -> None: ...

    def hyp(self) -> str:
        return "words"

    def seg(self) -> Iterator[Any]:
        for word, prob, first, last in self.words:
            yield type("Segment", (), {"word": word, "prob": prob, "start_frame": first, "end_frame": last})


def test_the_offline_words_are_marked_as_unsure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = FakeDecoder(
        ("<s>", 1, 0, 9), ("drain(2)", 1.0, 10, 39), ("[NOISE]", 1, 40, 49), ("oil", 0.5, 50, 79), ("</s>", 1, 80, 99)
    )
    monkeypatch.setattr(media, "_decoder", lambda: heard)
    path = wav(tmp_path / "a.wav", 1.0)
    found = read_media(path, path.name, soon())
    assert found.blocks[1:] == (
        Block(BlockKind.PARAGRAPH, "drain oil", moment=Moment(0.1, 0.8), confidence=0.45),  # 0.6 of 0.75
    )
    assert found.warnings == (OFFLINE_WARNING,)
    assert found.pages[0].confidence == 0.45


def test_a_few_words_drawn_out_over_music_are_no_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "_decoder", lambda: FakeDecoder(("if", 1.0, 0, 90), ("so", 1.0, 91, 190)))
    assert list(recognise([tone(2.0).tobytes()])) == []


def test_speech_is_recognised_in_pieces_of_at_most_fifteen_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "_decoder", lambda: FakeDecoder(("word", 1.0, 0, 39)))
    found = list(recognise([tone(40.0).tobytes()]))
    assert found[0].start == 0.0
    assert len(found) >= 3
    assert all(second.start - first.start <= 15.0 for first, second in pairwise(found))


def test_time_that_runs_out_ends_the_reading_with_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(media, "monotonic", lambda: now[0])
    path = wav(tmp_path / "a.wav", 130.0)

    def slow(sound: Iterable[bytes]) -> Iterator[Utterance]:
        for at, _ in enumerate(sound):
            now[0] += 1.0
            yield Utterance(at, at + 1, "on", 0.5)

    found = read_media(path, path.name, 510.0, transcribe=slow)
    # 500 pieces of 1,024 samples: the last ten of the 510 s are kept for recognising
    assert found.warnings == ("The time ran out: only the first 0:32 of 2:10 min were read. Split it.",)
    assert len(found.blocks) == 501
    now[0] = 0.0
    with pytest.raises(DocumentRefused) as refused:
        read_media(path, path.name, 5.0, transcribe=slow)
    assert (refused.value.kind, str(refused.value)) == (
        "security_risk",
        "“a.wav” took too long to read: stopped at 0:00. Split it.",
    )


def test_a_recording_that_is_mostly_wordless_says_so(tmp_path: Path) -> None:
    path = wav(tmp_path / "a.wav", 10.0)
    found = read_media(path, path.name, soon(), transcribe=saying(Utterance(0, 3, "stop", None)))
    assert found.warnings == ("Words were recognised in 0:03 of 0:10 min; the rest is silence, music or unclear.",)


def test_the_length_is_limited_by_what_the_file_says_and_by_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "MAX_SECONDS", 3.0)
    message = "“a.wav” lasts 0.0 h or more; recordings may last 0.000833333 h. Split it."
    declared = refusal(wav(tmp_path / "a.wav", 4.0), saying())
    assert (declared.kind, str(declared)) == ("invalid_size", message)
    lying = tmp_path / "a.wav"
    data = bytearray(wav(lying, 4.0).read_bytes())
    data[28:32] = (10 * 32_000).to_bytes(4, "little")  # ten times the bytes per second: it claims to last 0.4 s
    lying.write_bytes(data)
    counted = refusal(lying, saying())
    assert (counted.kind, str(counted)) == ("invalid_size", message)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.mp3", b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"),
        ("list.mp4", b"ffconcat version 1.0\nfile '/etc/hostname'\n"),
        ("list.wav", b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"),
        ("other.mp3", b"OggS" + bytes(2000)),
        ("text.m4a", b"not a recording " * 200),
    ],
)
def test_playlists_and_other_kinds_are_not_opened(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path, saying(Utterance(0, 1, "never", None))).kind == "corrupted"


def test_a_cut_off_recording_is_refused_or_says_how_much_it_holds(tmp_path: Path) -> None:
    whole = recording(tmp_path / "a.m4a", "aac", 4.0).read_bytes()
    cut = tmp_path / "cut.m4a"
    cut.write_bytes(whole[: len(whole) // 2])  # the index stands at the end
    refused = refusal(cut, saying(Utterance(0, 1, "never", None)))
    assert (refused.kind, str(refused)) == (
        "corrupted",
        "“cut.m4a” cannot be played: it is damaged, protected against copying, or of another kind (InvalidDataError). "
        "Play it, export it again as MP3, WAV or MP4, and send that.",
    )


def test_damaged_pieces_are_skipped_and_counted(tmp_path: Path) -> None:
    path = recording(tmp_path / "a.m4a", "aac", 10.0)
    data = bytearray(path.read_bytes())
    start = data.find(b"mdat") + 4 + 20_000
    data[start : start + 2_000] = b"\xff" * 2_000
    path.write_bytes(data)
    found = read_media(path, path.name, soon(), transcribe=saying(Utterance(0, 9, "still here", None)))
    assert found.blocks[1].text == "still here"
    assert len(found.warnings) == 1
    assert found.warnings[0].endswith(" pieces of the sound are damaged and were skipped.")


def test_a_form_that_no_recording_has_is_a_risk(tmp_path: Path) -> None:
    refused = refusal(wav(tmp_path / "slow.wav", 1000.0, rate=10), saying())
    assert (refused.kind, str(refused)) == (
        "security_risk",
        "“slow.wav” has 1 channels at 10 Hz: no recording has. Export it again as MP3 or WAV.",
    )


def test_a_codec_beyond_the_list_is_refused(tmp_path: Path) -> None:
    refused = refusal(recording(tmp_path / "a.wav", "adpcm_yamaha"), saying())
    assert (refused.kind, refused.reason) == ("invalid_content", "“a.wav” is coded as adpcm_yamaha, which is not read.")


def test_a_silent_film_is_no_text(tmp_path: Path) -> None:
    refused = refusal(video(tmp_path / "film.mp4"), saying())
    assert (refused.kind, refused.reason) == ("no_text", "“film.mp4” has no sound.")


def test_what_is_missing_is_named_with_its_pip_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert available() == ""

    def find_nothing(package: str) -> None:
        """As importlib does for a package that is not installed."""

    monkeypatch.setattr(media, "find_spec", find_nothing)
    reason = "Recordings are not read: av and pocketsphinx missing. Install with: pip install av pocketsphinx"
    assert available() == reason
    refused = refusal(wav(tmp_path / "a.wav"))
    assert (refused.kind, refused.reason) == ("invalid_type", f"“a.wav” is a recording. {reason}")


@pytest.mark.parametrize(("suffix", "codec"), [(".mp4", "mpeg4"), (".mov", "mjpeg"), (".avi", "mjpeg")])
def test_the_frame_of_a_moment_is_shown(tmp_path: Path, suffix: str, codec: str) -> None:
    path = video(tmp_path / f"v{suffix}", codec)
    shown = [frame_at(path, seconds) for seconds in (-1.0, 0.0, 0.95, 1.05, 2.5, 1e9)]
    assert [image.size for image in shown] == [(64, 32)] * 6
    colours = [image.getpixel((8, 16)) for image in shown]
    for colour, wanted in zip(colours, (RED, RED, RED, GREEN, BLUE, BLUE), strict=True):
        assert isinstance(colour, tuple)
        assert near(colour, wanted)


def test_a_wide_frame_is_made_smaller_and_a_turned_one_is_set_upright(tmp_path: Path) -> None:
    assert frame_at(video(tmp_path / "wide.avi", "mjpeg", size=(2560, 64)), 0.0).size == (1280, 32)
    turned = frame_at(video(tmp_path / "phone.mp4", rotation=90), 0.0)
    assert turned.size == (32, 64)
    # turned to the left: what was at the left is below
    below = turned.getpixel((16, 56))
    assert isinstance(below, tuple)
    assert near(below, RED)


def test_a_recording_without_pictures_has_no_frame(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"“a\.wav” has no moving pictures"):
        frame_at(wav(tmp_path / "a.wav"), 0.0)


def test_frames_are_limited_in_time_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = video(tmp_path / "v.mp4")
    ticks = iter(range(1000))
    with monkeypatch.context() as patched:
        patched.setattr(media, "monotonic", lambda: next(ticks))
        with pytest.raises(DocumentRefused, match=r"“v\.mp4” took too long to decode at 0:02") as slow:
            frame_at(path, 2.9)
    monkeypatch.setattr(media, "MAX_PIXELS", 1000)
    with pytest.raises(DocumentRefused, match=r"“v\.mp4” has pictures of 0 megapixels") as large:
        frame_at(path, 0.0)
    assert (slow.value.kind, large.value.kind) == ("security_risk", "security_risk")


def test_a_damaged_video_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "v.mp4"
    path.write_bytes(video(tmp_path / "whole.mp4").read_bytes()[:500])
    with pytest.raises(DocumentRefused) as refused:
        frame_at(path, 0.0)
    assert refused.value.kind == "corrupted"
