namespace Agnt5;

/// <summary>
/// Takes a parameter from the invocation's services instead of from its input. ASP.NET Core's attribute of this name and
/// <c>[FromKeyedServices]</c> mean the same.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
