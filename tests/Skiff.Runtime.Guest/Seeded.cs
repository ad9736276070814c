namespace Skiff.Runtime.Guest;

/// <summary>A key whose hash code depends on the process's seeds, and which remembers it.</summary>
internal sealed class Seeded(string text, int number) : IEquatable<Seeded>
{
    private int _hash;

    public bool Equals(Seeded? other) => other is not null && other.Text == Text && other.Number == Number;

    public override bool Equals(object? obj) => Equals(obj as Seeded);

    public override int GetHashCode() => _hash == 0 ? _hash = HashCode.Combine(Text, Number) : _hash;

    private string Text { get; } = text;

    private int Number { get; } = number;
}
