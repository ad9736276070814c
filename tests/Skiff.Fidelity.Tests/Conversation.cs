namespace Skiff.Fidelity.Tests;

/// <summary>Standard input that depends on what a program writes.</summary>
/// <param name="input">The program's standard input.</param>
/// <param name="answers">As <see cref="ProcessAttribute.Answers"/> has them.</param>
internal sealed class Conversation(StreamWriter input, IReadOnlyList<string> answers)
{
    private int _answered;
    private int _heard;

    /// <summary>Writes what comes first, and ends the input when that is all.</summary>
    public Task BeginAsync(string text) => WriteAsync(text, isLast: answers.Count == 0);

    /// <summary>Answers the lines that are new in all that the program has written.</summary>
    public async Task HearAsync(string output)
    {
        int end;
        while (_answered < answers.Count && (end = output.IndexOf('\n', _heard)) >= 0)
        {
            string line = output[_heard..end].TrimEnd('\r');
            _heard = end + 1;
            string[] answer = answers[_answered].Split(" => ");
            if (line == answer[0])
            {
                _answered++;
                await WriteAsync(answer.Length > 1 ? answer[1] + "\n" : "", isLast: _answered == answers.Count);
            }
        }
    }

    private async Task WriteAsync(string text, bool isLast)
    {
        try
        {
            await input.WriteAsync(text);
            await input.FlushAsync();
            if (isLast)
            {
                input.Close();
            }
        }
        catch (IOException)
        {
            // A program may end without reading its input.
        }
    }
}
