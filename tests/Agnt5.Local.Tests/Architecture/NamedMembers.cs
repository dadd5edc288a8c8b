using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Agnt5.Architecture.Tests.Reading;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Architecture;

/// <summary>
/// Everything that the types of a namespace name, read from the compiled code: types as <c>System.Guid</c>, and members of other assemblies as <c>System.Guid.NewGuid</c>. Nested types, lambdas
/// and state machines count as their outermost type.
/// </summary>
internal sealed class NamedMembers : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public NamedMembers(Assembly assembly)
    {
        _file = new PEReader(File.OpenRead(assembly.Location));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The members that the types of a namespace name, and of those below it, each with the type that names it.</summary>
    public IEnumerable<(string Type, string Member)> Of(string prefix) =>
        from handle in _metadata.TypeDefinitions
        let outermost = _metadata.GetTypeDefinition(Outermost(handle))
        let ofNamespace = _metadata.GetString(outermost.Namespace)
        where ofNamespace == prefix || ofNamespace.StartsWith(prefix + ".", StringComparison.Ordinal)
        from member in Of(_metadata.GetTypeDefinition(handle))
        select ($"{ofNamespace}.{_metadata.GetString(outermost.Name)}", member);

    /// <summary>The static fields that can change after a type was initialized. The compiler's own, which keep lambdas, are not meant.</summary>
    public IEnumerable<string> ChangeableStatics(string prefix) =>
        from handle in _metadata.TypeDefinitions
        let type = _metadata.GetTypeDefinition(handle)
        where _metadata.GetString(type.Namespace).StartsWith(prefix, StringComparison.Ordinal)
        from field in type.GetFields().Select(_metadata.GetFieldDefinition)
        where (field.Attributes & (FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.Literal)) == FieldAttributes.Static
        select $"{_metadata.GetString(type.Name)}.{_metadata.GetString(field.Name)}";

    public void Dispose() => _file.Dispose();

    private IEnumerable<string> Of(TypeDefinition type)
    {
        var inSignatures = new SignatureTypes();
        foreach (var field in type.GetFields())
            _metadata.GetFieldDefinition(field).DecodeSignature(inSignatures, null);
        List<string> members = [];
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            method.DecodeSignature(inSignatures, null);
            if (method.RelativeVirtualAddress == 0)
                continue;
            var body = _file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
                _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(inSignatures, null);
            foreach (var operand in Instructions.Operands(body.GetILReader()))
                Add(operand, inSignatures, members);
        }

        return inSignatures.Own.Select(NameOf).Concat(inSignatures.Foreign.Select(NameOf)).Concat(members).Distinct();
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle type)
    {
        while (_metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } declaring)
            type = declaring;
        return type;
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(Outermost(handle));
        return $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}.{_metadata.GetString(type.Name)}"
            : $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
    }

    private void Add(EntityHandle named, SignatureTypes types, List<string> members)
    {
        switch (named.Kind)
        {
            case HandleKind.TypeReference:
                types.GetTypeFromReference(_metadata, (TypeReferenceHandle)named, 0);
                break;
            case HandleKind.TypeDefinition:
                types.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)named, 0);
                break;
            case HandleKind.MethodDefinition:
                Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType(), types, members);
                break;
            case HandleKind.FieldDefinition:
                Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType(), types, members);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(types, null);
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)named);
                generic.DecodeSignature(types, null);
                Add(generic.Method, types, members);
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)named);
                Add(member.Parent, types, members);
                if (member.Parent.Kind == HandleKind.TypeReference)
                    members.Add($"{NameOf((TypeReferenceHandle)member.Parent)}.{_metadata.GetString(member.Name)}");
                break;
        }
    }
}
