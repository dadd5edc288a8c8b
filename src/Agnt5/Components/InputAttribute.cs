namespace Agnt5;

/// <summary>Makes a parameter the whole input of its component. Without it, the parameter would be one property of an input object.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InputAttribute : Attribute;
