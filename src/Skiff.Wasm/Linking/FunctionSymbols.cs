using System.Globalization;
using System.Text;

namespace Skiff.Wasm.Linking;

/// <summary>
/// Symbol files as Emscripten writes them beside a module that had its name section removed: lines
/// <c>index:name</c>, in which a backslash and two hexadecimal digits stand for a character.
/// </summary>
public static class FunctionSymbols
{
    /// <summary>Gives the functions of a module, just read and not edited, the names of a symbol file.</summary>
    /// <returns>How many functions got a name.</returns>
    /// <exception cref="LinkException">A line is malformed, or names a function that the module lacks.</exception>
    public static int Apply(Module module, TextReader symbols)
    {
        int count = 0;
        while (symbols.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            int colon = line.IndexOf(':');
            if (colon < 0 || !int.TryParse(line.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                throw new LinkException($"The symbol file has the line '{line}' where 'index:name' is expected.");
            }

            if (index >= module.Functions.Count)
            {
                throw new LinkException(
                    $"The symbol file names function {index}, but the module has {module.Functions.Count}; is it the file of another module?");
            }

            module.Functions[index].Name = Unescape(line.AsSpan(colon + 1));
            count++;
        }

        return count;
    }

    private static string Unescape(ReadOnlySpan<char> name)
    {
        if (!name.Contains('\\'))
        {
            return name.ToString();
        }

        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '\\' && i + 2 < name.Length
                && byte.TryParse(name.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
            {
                text.Append((char)code);
                i += 2;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }
}
