using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Agnt5.Tests.Shared;

/// <summary>Notes each type that a signature names: those of the assembly, and those of others. The results that a signature reader builds are not needed, so they are always 0.</summary>
internal sealed class SignatureTypes : ISignatureTypeProvider<int, object?>
{
    /// <summary>The types of the assembly itself.</summary>
    public HashSet<TypeDefinitionHandle> Own { get; } = [];

    /// <summary>The types of other assemblies.</summary>
    public HashSet<TypeReferenceHandle> Foreign { get; } = [];

    public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Own.Add(handle);
        return 0;
    }

    public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        Foreign.Add(handle);
        return 0;
    }

    // The parts of the type were noted before.
    public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public int GetArrayType(int elementType, ArrayShape shape) => 0;

    public int GetByReferenceType(int elementType) => 0;

    public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

    public int GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

    public int GetGenericMethodParameter(object? genericContext, int index) => 0;

    public int GetGenericTypeParameter(object? genericContext, int index) => 0;

    public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

    public int GetPinnedType(int elementType) => 0;

    public int GetPointerType(int elementType) => 0;

    public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

    public int GetSZArrayType(int elementType) => 0;
}
