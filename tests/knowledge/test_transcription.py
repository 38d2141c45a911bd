"""The provider's transcriber against a scripted server on this machine: what is sent, what comes back, what fails."""

from __future__ import annotations

import io
import json
import math
import threading
import wave
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import DocumentRefused, LineleadError
from knowledge.parsing import Parser
from knowledge.readers import transcription
from knowledge.readers.providers import ProviderFailed, Providers
from knowledge.readers.transcription import (
    BYTES_PER_SECOND,
    ProviderTranscriber,
    Utterance,
    quiet_cut,
)
from knowledge.types import Moment

Reply = tuple[int, dict[str, str], str]
SECOND = b"\x00\x10" * 16_000


class Provider:
    """A server that gives the replies of `script` in turn and keeps what it was sent."""

    def __init__(self) -> None:
        self.script: list[Reply] = []
        self.paths: list[str] = []
        self.keys: list[str | None] = []
        self.fields: list[dict[str, str]] = []
        self.seconds: list[float] = []
        self.forms: list[tuple[int, int, int]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.keep(self.path, self.headers["Authorization"], self.headers["Content-Type"], body)
                status, headers, text = outer.script.pop(0)
                self.send_response(status)
                for header, value in headers.items():
                    self.send_header(header, value)
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: the tests look at what was kept."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1/"

    def keep(self, path: str, key: str | None, content_type: str, body: bytes) -> None:
        self.paths.append(path)
        self.keys.append(key)
        boundary = b"--" + content_type.partition("boundary=")[2].encode()
        fields: dict[str, str] = {}
        for part in body.split(boundary)[1:-1]:
            head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            name = head.split(b'name="')[1].split(b'"')[0].decode()
            if name == "file":
                with wave.open(io.BytesIO(content.removesuffix(b"\r\n"))) as file:
                    self.forms.append((file.getnchannels(), file.getsampwidth(), file.getframerate()))
                    self.seconds.append(file.getnframes() / file.getframerate())
            else:
                fields[name] = content.removesuffix(b"\r\n").decode()
        self.fields.append(fields)


@contextmanager
def running_provider() -> Generator[Provider]:
    """A provider that answers."""
    made = Provider()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running_provider() as made:
        yield made


def said(*segments: dict[str, object]) -> Reply:
    return 200, {}, json.dumps({"text": "all of it", "segments": segments})


def transcriber(provider: Provider, waits: list[float] | None = None, key: str = "secret") -> ProviderTranscriber:
    return ProviderTranscriber(
        provider.url, "whisper-1", key, timeout=5, wait=(waits if waits is not None else []).append
    )


def test_the_sound_is_posted_as_wav_and_segments_become_utterances(provider: Provider) -> None:
    provider.script = [
        said(
            {
                "start": 0.0,
                "end": 1.5,
                "text": " Open the\nvalve. ",
                "avg_logprob": math.log(0.8),
                "no_speech_prob": 0.1,
            },
            {"start": 1.5, "end": 9.0, "text": "Wait.", "avg_logprob": 0.5},
        )
    ]
    assert list(transcriber(provider)([SECOND, SECOND])) == [
        Utterance(0.0, 1.5, "Open the valve.", pytest.approx(0.8)),  # pyright: ignore[reportArgumentType] - equal to a float near it
        Utterance(1.5, 2.0, "Wait.", 1.0),
    ]
    assert provider.paths == ["/v1/audio/transcriptions"]
    assert provider.keys == ["Bearer secret"]
    assert provider.forms == [(1, 2, 16_000)]
    assert provider.seconds == [2.0]
    assert provider.fields == [
        {"model": "whisper-1", "response_format": "verbose_json", "timestamp_granularities[]": "segment"}
    ]


def test_words_that_the_provider_takes_for_silence_are_left_out(provider: Provider) -> None:
    provider.script = [
        said(
            {"start": 0, "end": 1, "text": "Thanks for watching!", "avg_logprob": -1.4, "no_speech_prob": 0.9},
            {"start": 0, "end": 1, "text": "  ", "avg_logprob": -0.1, "no_speech_prob": 0.0},
        )
    ]
    assert list(transcriber(provider)([SECOND])) == []


def test_a_server_without_timestamps_says_one_utterance_of_unknown_confidence(provider: Provider) -> None:
    provider.script = [(200, {}, '{"text": "Close the lid."}')]
    assert list(transcriber(provider, key="")([SECOND])) == [Utterance(0.0, 1.0, "Close the lid.", None)]
    assert provider.keys == [None]


def test_long_sound_is_sent_in_parts_and_times_run_on(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcription, "PART_SECONDS", 4.0)
    quiet = bytes(BYTES_PER_SECOND)
    provider.script = [
        said({"start": 0.5, "end": 1.0, "text": "One."}),
        said({"start": 0.5, "end": 1.0, "text": "Two."}),
    ]
    sound = [SECOND, SECOND, quiet, SECOND, SECOND, SECOND]
    first, second = transcriber(provider)(sound)
    cut = provider.seconds[0]
    assert 2.0 < cut < 3.0  # in the quiet second
    assert sum(provider.seconds) == 6.0
    assert first == Utterance(0.5, 1.0, "One.", None)
    assert second == Utterance(cut + 0.5, cut + 1.0, "Two.", None)


def test_a_part_too_short_for_a_word_is_not_sent(provider: Provider) -> None:
    assert list(transcriber(provider)([SECOND[:1000]])) == []
    assert provider.paths == []


def test_a_busy_provider_is_asked_three_times(provider: Provider) -> None:
    waits: list[float] = []
    provider.script = [(503, {}, ""), (429, {"Retry-After": "7"}, ""), said({"start": 0, "end": 1, "text": "Done."})]
    assert list(transcriber(provider, waits)([SECOND])) == [Utterance(0.0, 1.0, "Done.", None)]
    assert waits == [1.0, 7.0]


def test_the_wait_that_a_provider_may_ask_for_is_limited(provider: Provider) -> None:
    waits: list[float] = []
    provider.script = [(429, {"Retry-After": "86400"}, ""), said()]
    assert list(transcriber(provider, waits)([SECOND])) == []
    assert waits == [30.0]


def test_a_provider_that_stays_down_fails_with_the_way_out(provider: Provider) -> None:
    waits: list[float] = []
    provider.script = [(500, {}, "boom\nbang")] * 3
    with pytest.raises(ProviderFailed) as failed:
        list(transcriber(provider, waits)([SECOND]))
    assert str(failed.value) == (
        f"The transcription provider “{provider.url}” answered 500: boom bang. Read the recording with the offline "
        "recogniser, or check the provider's settings and try again."
    )
    assert failed.value.code == "provider_failed"
    assert isinstance(failed.value, LineleadError)
    assert waits == [1.0, 4.0]


def test_a_wrong_key_is_not_tried_again(provider: Provider) -> None:
    waits: list[float] = []
    provider.script = [(401, {}, "no such key")]
    with pytest.raises(ProviderFailed, match="answered 401: no such key"):
        list(transcriber(provider, waits)([SECOND]))
    assert waits == []
    assert "secret" not in repr(transcriber(provider))


@pytest.mark.parametrize("text", ["<html>", '{"segments": [{"start": "soon", "end": 1, "text": "x"}]}', "[]"])
def test_an_answer_of_another_form_fails(provider: Provider, text: str) -> None:
    provider.script = [(200, {}, text)]
    with pytest.raises(ProviderFailed, match="something other than a transcription"):
        list(transcriber(provider)([SECOND]))


def test_a_provider_that_is_not_there_fails() -> None:
    waits: list[float] = []
    nobody = ProviderTranscriber("http://127.0.0.1:9", "m", timeout=2, wait=waits.append)
    with pytest.raises(ProviderFailed, match=r"could not be reached \(ConnectError\)"):
        list(nobody([SECOND]))
    assert waits == [1.0, 4.0]


def test_a_redirect_is_not_followed(provider: Provider) -> None:
    provider.script = [(307, {"Location": provider.url + "elsewhere"}, "")]
    with pytest.raises(ProviderFailed, match="answered 307"):
        list(transcriber(provider)([SECOND]))
    assert provider.paths == ["/v1/audio/transcriptions"]


def test_sound_is_cut_where_it_is_quietest() -> None:
    loud = (np.sin(np.arange(16_000 * 4)) * 8_000).astype("<i2")
    loud[40_000:44_000] //= 100
    cut = quiet_cut(loud.tobytes(), 3.0)
    assert 40_000 <= cut // 2 <= 44_000
    assert cut % 2 == 0
    assert quiet_cut(b"\0\0" * 10, 3.0) == 20


def recording(path: Path) -> Path:
    """Two seconds of a tone, which the offline recogniser finds no words in."""
    time = np.arange(2 * 16_000) / 16_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((8000 * np.sin(2 * np.pi * 440 * time)).astype("<i2").tobytes())
    return path


def test_a_recording_is_heard_by_the_provider_while_the_parsing_process_has_no_network(
    provider: Provider, tmp_path: Path
) -> None:
    segment = {"start": 0.5, "end": 1.5, "text": "Close the drain valve.", "avg_logprob": 0.0}
    provider.script = [(200, {}, json.dumps({"text": "", "segments": [segment]}))]
    parser = Parser(providers=Providers(hear=ProviderTranscriber(provider.url, "whisper-1").hear))
    media_type, found = parser.read(recording(tmp_path / "valve.wav"), "valve.wav")
    parser.close()
    assert (media_type, found.warnings) == ("audio/wav", ())
    assert [(block.text, block.moment, block.confidence) for block in found.blocks] == [
        ("valve", None, None),
        ("Close the drain valve.", Moment(0.5, 1.5), 1.0),
    ]


def test_a_provider_that_fails_leaves_the_recording_to_the_offline_recogniser(
    provider: Provider, tmp_path: Path
) -> None:
    provider.script = [(401, {}, "no such key")]
    parser = Parser(providers=Providers(hear=ProviderTranscriber(provider.url, "whisper-1").hear))
    with pytest.raises(DocumentRefused) as refused:  # there are no words in a tone
        parser.read(recording(tmp_path / "tone.wav"), "tone.wav")
    parser.close()
    assert (refused.value.kind, len(provider.paths)) == ("no_text", 1)
