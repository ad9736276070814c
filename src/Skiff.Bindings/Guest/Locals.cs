namespace Skiff.Bindings.Guest;

/// <summary>The names of the parameters and locals of one method.</summary>
internal sealed class Locals
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a name, or the name with the least number that makes it different.</summary>
    public string Add(string name)
    {
        string plain = name.TrimStart('@');
        if (_taken.Add(plain))
        {
            return name;
        }

        for (int number = 2; ; number++)
        {
            if (_taken.Add(plain + number))
            {
                return plain + number;
            }
        }
    }
}
