using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Agnt5.Tests.Shared;

namespace Agnt5.Architecture.Tests.Reading;

/// <summary>Collects the types that a type names: its bases, its members' signatures, its attributes, and every instruction of its methods.</summary>
internal sealed class NamedTypes(PEReader file, MetadataReader metadata)
{
    private readonly SignatureTypes _types = new();

    public IReadOnlySet<TypeDefinitionHandle> Handles => _types.Own;

    public void AddAllOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
            Add(metadata.GetInterfaceImplementation(implemented).Interface);
        AddConstraints(type.GetGenericParameters());
        AddAttributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(_types, null);
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties())
            AddAttributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            AddMethod(method);
    }

    private void AddMethod(MethodDefinition method)
    {
        method.DecodeSignature(_types, null);
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters())
            AddAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_types, null);
        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var operand in Instructions.Operands(body.GetILReader()))
            Add(operand);
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
            Add(metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Add(metadata.GetCustomAttribute(attribute).Constructor);
    }

    // A member names its type and its type arguments. The types in its signature count for the type that declares it.
    private void Add(EntityHandle named)
    {
        if (named.IsNil)
            return;

        switch (named.Kind)
        {
            case HandleKind.TypeDefinition:
                _types.Own.Add((TypeDefinitionHandle)named);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)named).DecodeSignature(_types, null);
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)named).Parent);
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)named);
                Add(method.Method);
                method.DecodeSignature(_types, null);
                break;
            default:
                // A type of another assembly.
                break;
        }
    }
}
