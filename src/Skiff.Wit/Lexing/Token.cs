namespace Skiff.Wit.Lexing;

/// <summary>A token and the comments before it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="FirstComment">The index in <see cref="TokenList.Comments"/> of the first comment before it.</param>
/// <param name="CommentCount">How many comments stand between the token before and this one.</param>
public readonly record struct Token(TokenKind Kind, int Start, int End, int FirstComment, int CommentCount);
