namespace Agnt5.Shared;

/// <summary>The kinds of work that grow with the amount of code.</summary>
internal enum WorkKind
{
    /// <summary>An operation of a body, each time that a rule visits it.</summary>
    Operation,

    /// <summary>A node of syntax, each time that a rule visits it.</summary>
    SyntaxNode,

    /// <summary>A method, lambda or local function that a walk along the calls visits.</summary>
    Unit,

    /// <summary>A type that is looked up by its name.</summary>
    TypeByName,

    /// <summary>A type that a walk over the types on the wire visits.</summary>
    WireType,

    /// <summary>A type whose members and attributes are read.</summary>
    TypeRead,
}
