namespace Skiff;

/// <summary>The value of a case of a <c>result</c> that has none.</summary>
public readonly record struct Unit;
