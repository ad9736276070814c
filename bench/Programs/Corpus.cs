using System.Text;

namespace Skiff.Benchmarks.Programs;

/// <summary>Text to count: nine files of a novel's size and shape, and one of a kilobyte. The same on every machine.</summary>
internal static class Corpus
{
    private const int Files = 9;
    private const int FileSize = 612_000;
    private const int SmallSize = 1_000;
    private const int LineLength = 60;

    private static readonly string[] s_syllables =
        ["a", "be", "con", "di", "en", "for", "ing", "ly", "ment", "ner", "o", "per", "re", "sion", "ta", "un", "ver", "wi", "the", "my", "her", "ess", "al", "is", "to"];

    private static readonly string[] s_marks = [",", ".", ";", "’", " —"];

    /// <summary>Writes the files below <paramref name="directory"/>.</summary>
    /// <returns>The folder of the nine and the folder of the one.</returns>
    public static (string Novel, string Note) Write(string directory)
    {
        var random = new Random(1748);
        string[] words = [.. Enumerable.Range(0, 3_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => s_syllables[random.Next(s_syllables.Length)])))];

        string novel = Directory.CreateDirectory(Path.Combine(directory, "novel")).FullName;
        for (int volume = 1; volume <= Files; volume++)
        {
            File.WriteAllText(Path.Combine(novel, $"volume{volume}.txt"), Text(words, random, FileSize));
        }

        string note = Directory.CreateDirectory(Path.Combine(directory, "note")).FullName;
        File.WriteAllText(Path.Combine(note, "note.txt"), Text(words, random, SmallSize));
        return (novel, note);
    }

    private static string Text(string[] words, Random random, int size)
    {
        var text = new StringBuilder();
        int bytes = 0;
        int line = 0;
        while (bytes < size)
        {
            // Few words are most of a text.
            string word = words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))];
            if (random.Next(10) == 0)
            {
                word += s_marks[random.Next(s_marks.Length)];
            }

            line += word.Length + 1;
            bytes += Encoding.UTF8.GetByteCount(word) + 1;
            text.Append(word).Append(line > LineLength ? '\n' : ' ');
            line = line > LineLength ? 0 : line;
        }

        return text.ToString();
    }
}
