namespace Agnt5.Shared;

/// <summary>The problem with a key expression that leads to no key.</summary>
/// <param name="Text">The problem, and what to do.</param>
/// <param name="Replacement">A similar expression that leads to a key, if there is one.</param>
internal sealed record KeyExpressionProblem(string Text, string? Replacement);

/// <summary>Follows key expressions by the names in JSON: <c>input</c>, or <c>input.account.id</c>.</summary>
internal static class KeyExpression
{
    private const int ListedNames = 6;

    public static KeyExpressionProblem? FindProblem(string expression, InputValue root)
    {
        if (Follow(expression, root) is not { } problem)
            return null;

        // One replacement corrects one segment, and the next segment may need another.
        var mended = problem.Near;
        for (var tries = expression.Length; mended is not null && tries > 0; tries--)
        {
            if (Follow(mended, root) is not { } rest)
                return new(problem.Text + $"; write {QuotedText.Of(mended)}" + problem.Known, mended);
            mended = rest.Near;
        }

        return new(problem.Text + problem.Known, Replacement: null);
    }

    private static Step? Follow(string expression, InputValue root)
    {
        var segments = KeyPath.Split(expression);
        if (!KeyPath.IsOfInput(segments))
            return new(
                "a key expression begins with 'input'",
                segments[0].Trim(' ', '$') is "input" or "Input" or "inputs" or "" ? Join(KeyPath.Input, segments.Skip(1)) : Join(KeyPath.Input, segments));

        var value = root;
        for (var i = 1; i < segments.Length; i++)
        {
            if (value.Kind == InputValueKind.Untyped)
                return null;
            var name = segments[i];
            if (value.Kind == InputValueKind.Object && MemberOf(value, name) is { } member)
                value = member.Read();
            else if (value.Kind == InputValueKind.Object && name == value.Discriminator)
                value = InputValue.Text;
            else if (value is { Kind: InputValueKind.Map, Entry: { } entry } && name.Length > 0)
                value = entry();
            else if (value is { Kind: InputValueKind.Object, TakesAnyName: true } && name.Length > 0)
                return null;
            else
                return Unknown(segments, i, value);
        }

        return value.Kind is InputValueKind.Untyped or InputValueKind.Scalar ? null : NoScalar(expression, value);
    }

    private static Step Unknown(string[] segments, int index, InputValue value)
    {
        var (name, path) = (segments[index], Join(segments[0], segments.Skip(1).Take(index - 1)));
        if (name.Length == 0)
            return new("there is nothing between two dots or after the last", Join(KeyPath.Input, segments.Skip(1).Where(static segment => segment.Length > 0)));
        if (name.IndexOf('[') >= 0)
            return new("a key expression has no index: a run has one key, so take it from a member of the input that is not a list", Near: null);
        if (value.Kind != InputValueKind.Object)
            return new(
                value.Kind switch
                {
                    InputValueKind.Scalar => $"{QuotedText.Of(path)} is of type {value.Name}, which has no members",
                    InputValueKind.List => $"{QuotedText.Of(path)} is a list, and a run has one key: take it from a member of the input that is not a list",
                    _ => $"{QuotedText.Of(path)} is a dictionary whose keys are not text, so no name leads into it",
                },
                value is { Kind: InputValueKind.Scalar, Note: null } ? path : null,
                NoteOf(value));

        var near = NearestName.Find(name, value.Members);
        return new(
            $"{QuotedText.Of(name)} is not a member of {value.Name} in JSON",
            near is null ? null : Join(path, [near, .. segments.Skip(index + 1)]),
            $" (there {(value.Members.Count == 1 ? "is" : "are")} {Listed(value.Members.Select(static member => member.JsonName))})" + NoteOf(value));
    }

    private static string NoteOf(InputValue value) => value.Note is { } note ? $"; {note}" : "";

    private static Step NoScalar(string expression, InputValue value)
    {
        var scalars = value.Kind == InputValueKind.Object ? ScalarsBelow(expression, value).ToArray() : [];
        return new(
            value.Kind == InputValueKind.Object
                ? $"it leads to {value.Name}, which is an object, and a key is a text, number, bool, enum, Guid or date"
                : $"it leads to {value.Name}, and a key is a text, number, bool, enum, Guid or date",
            scalars is [var only] ? only : null,
            scalars.Length == 0 ? "" : $" (below it there {(scalars.Length == 1 ? "is" : "are")} {Listed(scalars)})");
    }

    // Two levels are enough for a hint, and types may contain themselves.
    private static IEnumerable<string> ScalarsBelow(string path, InputValue value)
    {
        foreach (var member in value.Members)
        {
            if (member.Read().Kind == InputValueKind.Scalar && !IsOutOfReach(member))
                yield return $"{path}.{member.JsonName}";
        }

        foreach (var member in value.Members)
            if (!IsOutOfReach(member) && member.Read() is { Kind: InputValueKind.Object } inner)
                foreach (var deeper in inner.Members)
                    if (deeper.Read().Kind == InputValueKind.Scalar && !IsOutOfReach(deeper))
                        yield return $"{path}.{member.JsonName}.{deeper.JsonName}";
    }

    // A key expression cannot name a member with a dot in it.
    private static bool IsOutOfReach(InputMember member) => member.JsonName.IndexOf('.') >= 0;

    private static InputMember? MemberOf(InputValue value, string name) => value.Members.FirstOrDefault(member => member.JsonName == name);

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.Select(static name => $"'{name}'").ToArray();
        if (all.Length == 0)
            return "none";
        var shown = string.Join(", ", all.Take(ListedNames));
        return all.Length > ListedNames ? $"{shown} and {all.Length - ListedNames} more" : shown;
    }

    private static string Join(string first, IEnumerable<string> rest) => string.Join(".", [first, .. rest]);

    /// <param name="Near">The likely expression, up to and including the wrong segment.</param>
    /// <param name="Known">The existing members.</param>
    private sealed record Step(string Text, string? Near, string Known = "");
}
