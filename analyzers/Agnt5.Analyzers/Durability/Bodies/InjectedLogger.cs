using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4018: a workflow logs to its context's logger, which is silent during a replay.</summary>
internal static class InjectedLogger
{
    private const string Logging = "Microsoft.Extensions.Logging";

    public static void Inspect(IInvocationOperation call, KnownSymbols known, CodeUnit unit)
    {
        if (Logger(call) is { } logger && IsInjected(Operations.Unwrap(logger), known))
            unit.Findings.Add(new(Rules.InjectedLogger, logger.Syntax.GetLocation(), Role.AnyBody, logger.Syntax.ToString()));
    }

    private static IOperation? Logger(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Log" } method when SymbolText.Is(method.ContainingType, Logging, "ILogger") => call.Instance,
        { IsExtensionMethod: true } method when method.Name.StartsWith("Log", StringComparison.Ordinal) && SymbolText.Is(method.ContainingType, Logging, "LoggerExtensions") =>
            call.Arguments[0].Value,
        { IsPartialDefinition: true } method when method.GetAttributes().Any(static attribute => SymbolText.Is(attribute.AttributeClass, Logging, "LoggerMessageAttribute")) =>
            call.Arguments.FirstOrDefault(static argument => SymbolText.Is(argument.Parameter?.Type, Logging, "ILogger"))?.Value,
        _ => null,
    };

    // A variable or parameter of a helper may hold the context's logger.
    private static bool IsInjected(IOperation logger, KnownSymbols known) => logger switch
    {
        IFieldReferenceOperation => true,
        IPropertyReferenceOperation { Property.ContainingType: var type } => !ParameterRoles.IsContext(type, known),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
            method.MethodKind == MethodKind.Constructor || ComponentMark.IsComponent(method, known) && ParameterRoles.Of(parameter, known) is ParameterRole.Service or ParameterRole.KeyedService,
        _ => false,
    };
}
