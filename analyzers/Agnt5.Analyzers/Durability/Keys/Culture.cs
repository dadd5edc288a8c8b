using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>How a value is written as a text.</summary>
internal enum Culture
{
    /// <summary>As the culture of the process says, which another process may not have.</summary>
    OfProcess,

    /// <summary>In one culture.</summary>
    Fixed,
}

/// <summary>Finds the culture in which a call writes a text.</summary>
internal static class Cultures
{
    private static readonly string[] OfProcess = ["CurrentCulture", "CurrentUICulture", "InstalledUICulture", "CurrentInfo", "DefaultThreadCurrentCulture", "DefaultThreadCurrentUICulture"];

    /// <summary>The culture that an argument names, or that of the process.</summary>
    public static Culture Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && IsProvider(argument))
                return IsOfProcess(argument.Value) ? Culture.OfProcess : Culture.Fixed;
        return Culture.OfProcess;
    }

    public static bool IsProvider(IArgumentOperation argument) => argument.Parameter?.Type.Name is "IFormatProvider" or "CultureInfo";

    private static bool IsOfProcess(IOperation provider) => Operations.Unwrap(provider) switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => true,
        // Another finding says that the property may change.
        IPropertyReferenceOperation { Property: var property } when ForbiddenApis.Find(property) is not null => false,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: var name } } => OfProcess.Contains(name),
        // The one that belongs to a culture: CultureInfo.CurrentCulture.NumberFormat.
        IPropertyReferenceOperation { Instance: { } culture } => IsOfProcess(culture),
        _ => false,
    };
}
