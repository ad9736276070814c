namespace Skiff.Wit.Text;

/// <summary>Collects what is wrong, up to a bound that keeps memory finite for hostile texts.</summary>
internal sealed class DiagnosticBag
{
    private const int Limit = 1000;

    private readonly List<WitDiagnostic> _items = [];

    public IReadOnlyList<WitDiagnostic> Items => _items;

    public bool HasErrors { get; private set; }

    public void Error(string code, SourceSpan? span, string message) =>
        Add(new(code, WitSeverity.Error, span, message));

    public void Warning(string code, SourceSpan? span, string message) =>
        Add(new(code, WitSeverity.Warning, span, message));

    public void AddRange(IEnumerable<WitDiagnostic> items)
    {
        foreach (WitDiagnostic item in items)
        {
            Add(item);
        }
    }

    private void Add(WitDiagnostic item)
    {
        HasErrors |= item.Severity == WitSeverity.Error;
        if (_items.Count < Limit)
        {
            _items.Add(item);
        }
    }
}
