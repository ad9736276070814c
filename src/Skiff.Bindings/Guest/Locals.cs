using Skiff.Bindings.Names;

namespace Skiff.Bindings.Guest;

/// <summary>The names of the parameters and locals of one method.</summary>
internal sealed class Locals
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a name, or the name with the least number that makes it different.</summary>
    public string Add(string name)
    {
        string plain = name.TrimStart('@');
        string unique = plain;
        for (int number = 2; !_taken.Add(unique); number++)
        {
            unique = plain + number;
        }

        return Identifiers.Escape(unique);
    }

    /// <summary>Gives back the name of a local that only blocks declare and that is at its end.</summary>
    public void Release(string name) => _taken.Remove(name.TrimStart('@'));

    /// <summary>A name made of those in an expression: <c>shape.Sides[i]</c> is <c>shapeSides</c>.</summary>
    public static string NameOf(string expression, string suffix)
    {
        string name = "";
        foreach (string part in expression.Split('[')[0].Split('.'))
        {
            string plain = new([.. part.Where(c => char.IsLetterOrDigit(c) || c == '_')]);
            name += name.Length == 0 || plain.Length == 0 ? plain : char.ToUpperInvariant(plain[0]) + plain.Substring(1);
        }

        return name + suffix;
    }
}
