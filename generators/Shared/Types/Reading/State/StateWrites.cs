using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>The places where a type's code changes its fields and properties, by their names.</summary>
internal sealed class StateWrites
{
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddOrUpdate", "Append", "AppendFormat", "AppendJoin", "AppendLine", "Clear", "Dequeue", "Enqueue", "GetOrAdd", "Insert", "InsertRange",
        "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate",
    };

    private readonly Dictionary<string, List<StateWrite>> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);

    public StateWrites(IEnumerable<CodePiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece is { Role: CodeRole.Initializer, Code: ExpressionSyntax value })
                Add(piece.Name, new(piece, StateChange.Set, value));
            foreach (var node in piece.Code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode))
                Read(node, piece);
        }
    }

    /// <summary>The places that may change a member.</summary>
    public IEnumerable<StateWrite> Of(ISymbol member) => !_byName.TryGetValue(member.Name, out var found) ? []
        : member.DeclaredAccessibility == Accessibility.Private ? found.Where(write => SymbolEqualityComparer.Default.Equals(write.Piece.Level, member.ContainingType))
        : found;

    /// <summary>Whether a member of this name is assigned in an object that may be of the type, or of another.</summary>
    public bool MayAssignElsewhere(string member) => _elsewhere.Contains(member);

    /// <summary>Whether the code certainly changes something.</summary>
    public bool HasChanges => _byName.Values.Any(static writes => writes.Exists(static write => write.Change != StateChange.CallForEffect));

    private void Read(SyntaxNode node, CodePiece piece)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment:
                if (assignment.Left is not SimpleNameSyntax member)
                    break;
                if (Constructs(initializer, piece.Level))
                    Add(member.Identifier.ValueText, new(piece, StateChange.Set, assignment.Right));
                else if (initializer.Parent is ImplicitObjectCreationExpressionSyntax or WithExpressionSyntax)
                    _elsewhere.Add(member.Identifier.ValueText);
                break;
            case AssignmentExpressionSyntax assignment:
                ReadTarget(assignment.Left, assignment.Right, piece);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                ReadTarget(step.Operand, step, piece);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                ReadTarget(step.Operand, step, piece);
                break;
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                ReadTarget(argument.Expression, argument.Expression, piece);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } call:
                ReadCall(call, piece);
                break;
        }
    }

    private void ReadTarget(ExpressionSyntax target, ExpressionSyntax value, CodePiece piece)
    {
        switch (target)
        {
            case TupleExpressionSyntax tuple:
                for (var i = 0; i < tuple.Arguments.Count; i++)
                    ReadTarget(tuple.Arguments[i].Expression, value is TupleExpressionSyntax values && values.Arguments.Count > i ? values.Arguments[i].Expression : value, piece);
                break;
            case ParenthesizedExpressionSyntax inner:
                ReadTarget(inner.Expression, value, piece);
                break;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax variable, Name: var member } when IsOfLevel(variable.Identifier.ValueText, piece):
                Add(member.Identifier.ValueText, new(piece, StateChange.Set, value));
                break;
            case MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax), Name.Identifier.ValueText: var of } access:
                _elsewhere.Add(of);
                if (NameOf(access, piece) is { } changed)
                    Add(changed, new(piece, StateChange.SetPart, value));
                break;
            case MemberBindingExpressionSyntax { Name.Identifier.ValueText: var bound }:
                _elsewhere.Add(bound);
                goto default;
            default:
                var isWhole = target is SimpleNameSyntax or FieldExpressionSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax };
                if (NameOf(target, piece) is { } name)
                    Add(name, new(piece, isWhole ? StateChange.Set : StateChange.SetPart, value));
                break;
        }
    }

    private void ReadCall(InvocationExpressionSyntax call, CodePiece piece)
    {
        var method = call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : ((MemberBindingExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        var receiver = call.Expression is MemberAccessExpressionSyntax { Expression: var called } ? called : call.Expression;
        var changes = Changing.Contains(method);
        if (receiver is not (ThisExpressionSyntax or BaseExpressionSyntax) && (changes || IsForEffect(call, piece)) && NameOf(receiver, piece) is { } name)
            Add(name, new(piece, changes ? StateChange.Call : StateChange.CallForEffect, call) { Method = method });
    }

    private static bool IsForEffect(ExpressionSyntax call, CodePiece piece) => call.Parent switch
    {
        ConditionalAccessExpressionSyntax access when access.WhenNotNull == call => IsForEffect(access, piece),
        ExpressionStatementSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent switch
        {
            MethodDeclarationSyntax method => method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword },
            ConstructorDeclarationSyntax => true,
            AccessorDeclarationSyntax accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
            _ => false,
        },
        _ => false,
    };

    // A type inside of the type has members of its own.
    private static string? NameOf(ExpressionSyntax expression, CodePiece piece) => piece.Code is BaseTypeDeclarationSyntax ? null : OwnNames.RootOf(expression) switch
    {
        FieldExpressionSyntax => piece.Name,
        SimpleNameSyntax { Identifier.ValueText: var name } root when root.Parent is MemberAccessExpressionSyntax access && access.Name == root || !piece.Declares(name) => name,
        _ => null,
    };

    // What the declaration around it says where the expression itself does not.
    private static bool Constructs(InitializerExpressionSyntax initializer, INamedTypeSymbol level) => initializer.Parent switch
    {
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var name } } => name == level.Name,
        WithExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        ImplicitObjectCreationExpressionSyntax created => created.Parent switch
        {
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declared } => Names(declared.Type, level),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => Names(method.ReturnType, level),
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => Names(property.Type, level),
            ReturnStatementSyntax when created.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method => Names(method.ReturnType, level),
            _ => false,
        },
        _ => false,
    };

    private static bool Names(SyntaxNode declared, INamedTypeSymbol level) => declared.DescendantTokens().Counted(WorkKind.SyntaxNode).Any(token => token.ValueText == level.Name);

    // Whether the declaration of a variable names the type: without the compiler's help this is all there is.
    private static bool IsOfLevel(string variable, CodePiece piece)
    {
        if (!piece.Declares(variable))
            return false;
        var declared = piece.Code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).First(node => OwnNames.VariableOf(node) == variable);
        var declaration = declared is VariableDeclaratorSyntax or SingleVariableDesignationSyntax ? declared.Parent! : declared;
        return Names(declaration, piece.Level);
    }

    private void Add(string name, StateWrite write)
    {
        if (!_byName.TryGetValue(name, out var writes))
            _byName.Add(name, writes = []);
        writes.Add(write);
    }
}
