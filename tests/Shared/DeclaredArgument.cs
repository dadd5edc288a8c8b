using System.Reflection;

namespace Agnt5.Tests.Shared;

/// <summary>One value that an attribute of the SDK takes: a constructor argument, or a settable property, declared or inherited.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Constructor">The constructor that it is written with.</param>
/// <param name="Declaring">The class that declares the value: the attribute, or a base of it.</param>
/// <param name="Name">The name of the constructor's parameter or of the property.</param>
/// <param name="Type">What it takes.</param>
internal sealed record DeclaredArgument(Type Attribute, ConstructorInfo Constructor, Type Declaring, string Name, Type Type)
{
    /// <summary>The attributes that users write and that take a value. Attributes for generated code have another namespace.</summary>
    public static IReadOnlyList<DeclaredArgument> All { get; } =
    [
        .. typeof(ComponentAttribute).Assembly.GetExportedTypes()
            .Where(static type => type is { IsAbstract: false, Namespace: nameof(Agnt5) } && type.IsSubclassOf(typeof(Attribute)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .SelectMany(Of),
    ];

    /// <summary>The attribute as it is written.</summary>
    public string AttributeName => Shorten(Attribute);

    /// <summary>For example <c>Workflow.Priority</c>.</summary>
    public string Id => $"{AttributeName}.{Name}";

    /// <summary>The same by the class that declares it, for example <c>Component.Priority</c>.</summary>
    public string DeclaredId => $"{Shorten(Declaring)}.{Name}";

    private bool IsParameter => Array.Exists(Constructor.GetParameters(), parameter => parameter.Name == Name);

    /// <summary>Finds the entry for the value: for this attribute, or for all that inherit the property.</summary>
    public T? FindIn<T>(IReadOnlyDictionary<string, T> listed)
        where T : class => listed.GetValueOrDefault(Id) ?? listed.GetValueOrDefault(DeclaredId);

    /// <summary>Writes the attribute with this value.</summary>
    /// <param name="value">The value in C#.</param>
    /// <param name="required">What a constructor's other parameters are given, which has to name a value for each that has no default.</param>
    /// <param name="beside">What is set besides, or nothing.</param>
    public string Write(string value, Func<ParameterInfo, string> required, string beside = "")
    {
        var arguments = Constructor.GetParameters().Where(parameter => parameter.Name == Name || !parameter.IsOptional)
            .Select(parameter => $"{parameter.Name}: {(parameter.Name == Name ? value : required(parameter))}");
        string[] properties = [IsParameter ? "" : $"{Name} = {value}", beside];
        return $"{AttributeName}({string.Join(", ", arguments.Concat(properties.Where(static text => text.Length > 0)))})";
    }

    private static IEnumerable<DeclaredArgument> Of(Type attribute)
    {
        var constructors = attribute.GetConstructors().OrderBy(static constructor => constructor.GetParameters().Length).ToArray();
        foreach (var constructor in constructors)
            foreach (var parameter in constructor.GetParameters())
                yield return new(attribute, constructor, attribute, parameter.Name!, parameter.ParameterType);
        foreach (var property in attribute.GetProperties().Where(static property => property.SetMethod is { IsPublic: true }))
            yield return new(attribute, constructors[0], property.DeclaringType!, property.Name, property.PropertyType);
    }

    private static string Shorten(Type attribute) => attribute.Name[..^nameof(Attribute).Length];
}
