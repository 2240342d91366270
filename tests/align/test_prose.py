"""What is no prose does not tell a language."""

import pytest

from align.language import identify
from align.prose import prose_of_line, prose_pieces

SHELL = """
    sudo apt-get install --only-upgrade nginx
    systemctl restart nginx.service
    docker run --rm -it -v $(pwd):/src ubuntu:22.04 bash
    cat /etc/nginx/nginx.conf | grep server_name
"""
COMMANDS = "git clone boat\ncd boat\nmake install\nnpm install react webpack prettier\nnpm start\n"
PYTHON = """
import sys

def read_all(path, encoding="utf-8"):
    with open(path, encoding=encoding) as stream:
        for line in stream:
            yield line.rstrip()

# This is what is done when the file is run as a program
if __name__ == "__main__":
    print(read_all(sys.argv[1]))
"""
SETTINGS = "server:\n  host: localhost\n  port: 8080\nlogging:\n  level: info\n  file: /var/log/app.log\n"
NAMES = "Visual Studio Code, Docker Compose, Kubernetes Dashboard, Prometheus Operator, Grafana Enterprise. "
MENU = "Home\nAbout us\nSign in\nTerms of Service\nShare on Facebook\nPrivacy Policy\nSubscribe\nContact\n" * 2
PROSE = {
    "ru": ("Как обновить пакет? Выполните команды.", "После этого откройте файл настроек и проверьте всё ещё раз."),
    "uk": ("Щоб зібрати програму, виконайте команди.", "Файл журналу лежить у теці, яку ви вказали."),
    "bg": ("Изпълнете командите и изчакайте.", "След това рестартирайте сървъра, защото иначе няма да работи."),
    "ja": ("次のコマンドを実行します。", "設定ファイルを編集してから、もう一度起動してください。"),
    "zh": ("请运行下面的命令。", "然后打开设置文件，检查一下有没有错误。"),
    "ko": ("다음 명령을 실행하세요.", "그러면 설치가 끝나고 서버가 다시 시작됩니다."),
    "el": ("Εκτελέστε τις παρακάτω εντολές.", "Μετά ανοίξτε το αρχείο και ελέγξτε το."),
    "ar": ("نفذ الأوامر التالية.", "ثم افتح الملف وتأكد من أن كل شيء يعمل."),
    "hi": ("नीचे दिए गए आदेश चलाएँ।", "फिर फ़ाइल खोलें और देखें कि सब ठीक है।"),
    "de": (
        "Führen Sie die folgenden Befehle aus.",
        "Danach muss der Dienst neu gestartet werden, sonst hilft es nicht.",
    ),
    "fr": ("Lancez les commandes suivantes.", "Ouvrez ensuite le fichier et vérifiez que tout est à sa place."),
}


@pytest.mark.parametrize("noise", [SHELL, COMMANDS, PYTHON, SETTINGS, NAMES, MENU], ids=range(6))
@pytest.mark.parametrize("language", PROSE)
def test_code_commands_and_names_do_not_tell_the_language(language: str, noise: str) -> None:
    """A page of documentation is in the language of its prose, whatever its examples are written in."""
    before, after = PROSE[language]
    if noise is PYTHON:  # a comment in English is prose, unless it is in a block of code
        noise = f"```python\n{noise}```\n"
    assert identify(f"{before}\n{noise}\n{after}").language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The words 日本語 and 中文 are kept as they are, and nobody knew what the Παρθενών was for."),
        ("en", "Tokyo Tower (東京タワー) is a tower in the middle of the city. It was built in the fifties."),
        ("de", "Das Wort „перестройка“ war damals in aller Munde, und niemand wusste, was es heißt."),
        ("fi", "Sana перестройка oli silloin kaikkien huulilla, eikä kukaan tiennyt, mitä se on."),
    ],
)
def test_words_of_another_script_do_not_tell_it_either(language: str, text: str) -> None:
    """Latin letters count where they are prose."""
    assert identify(text).language == language


@pytest.mark.parametrize(
    "line",
    [
        "The old man (he of the sea) went home (at last)",
        "It's half past two; she said: “well-known, isn’t it?”",
        "L'été, c'est fini - n'est-ce pas?",
        "Wir zahlen 'viel', aber nicht „alles“!",
    ],
)
def test_a_line_of_prose_stays_as_it_is(line: str) -> None:
    """Brackets, quotation marks, apostrophes and dashes are no code."""
    assert prose_of_line(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "$ git push origin main",
        "for (int i = 0; i < n; i++) {",
        "}",
        'print("It is done")',
        "SELECT t.name, t.id FROM t WHERE id=7",
        "// the end of the list",
        ">>> import this",
    ],
)
def test_a_line_of_code_is_left_out(line: str) -> None:
    """What begins or ends as code, or is mostly such words."""
    assert prose_of_line(line) == ""


def test_a_text_without_prose_is_taken_as_it_is() -> None:
    """Something is better than nothing."""
    assert prose_pieces("size=big") == ["size=big"]


@pytest.mark.parametrize("text", ["`", "```\n", "a_", "-", "(a)", "~~~\n", "a.b", "'a' ", "a@", "/ ", "a(" * 3])
def test_no_repetition_makes_it_slow(text: str) -> None:
    """A hundred thousand characters of a kind are done in a moment."""
    assert prose_pieces(text * (100_000 // len(text)))
