using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Agnt5.TypeCorpus.Types;

[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The limits are read when the project is compiled; nothing constructs the attributes.")]
[Description("Numbers within bounds.")]
public sealed class LimitedNumbers
{
    [Range(1, 100)] public int Percent { get; set; } = 1;

    [Range(-0.5, 99.5)] public double Ratio { get; set; }

    [Range(0, 10, MinimumIsExclusive = true, MaximumIsExclusive = true)] public int Open { get; set; } = 5;

    [Range(typeof(decimal), "0.25", "99.5")] public decimal Price { get; set; } = 1;

    [Range(1, 7)] public int? Maybe { get; set; }

    [Range(0L, 9_000_000_000L)] public long Long { get; set; }

    [Range(1, 300)] public byte Byte { get; set; } = 1;

    [AllowedValues(1, 7, 101)] public int Allowed { get; set; } = 1;

    [DeniedValues(0, 255)] public int Denied { get; set; } = 1;
}

[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The limits are read when the project is compiled; nothing constructs the attributes.")]
public sealed record LimitedTexts(
    [property: StringLength(8, MinimumLength = 2)] string Name,
    [property: Description("At most five characters.")] [property: MaxLength(5)] string Short,
    [property: MinLength(1)] string NotEmpty,
    [property: Length(1, 3)] string? Maybe = null,
    [property: RegularExpression("[A-Z]{2}-[0-9]{2}")] string Code = "AB-12",
    [property: AllowedValues("a", "ab", "text")] string Allowed = "a",
    [property: DeniedValues("text", "")] string Denied = "a",
    [property: EmailAddress] string Email = "ada@example.com",
    [property: Url] string? Site = null);

// On parameters of a record the attributes stand as on properties.
public sealed record LimitedParameters([Range(0, 7)] int Count, [StringLength(3)] string Text, [Required] string? Must);

[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The limits are read when the project is compiled; nothing constructs the attributes.")]
public sealed class LimitedCollections
{
    [MinLength(1)] public int[] AtLeastOne { get; set; } = [1];

    [MaxLength(2)] public List<string> AtMostTwo { get; set; } = [];

    [Length(1, 2)] public Dictionary<string, int> OneOrTwo { get; set; } = new() { ["other1"] = 1 };

    [MinLength(1)] public byte[]? Bytes { get; set; }
}

public sealed class Mandatory
{
    [Required] public string Text { get; set; } = "";

    [Required(AllowEmptyStrings = true)] public string MayBeEmpty { get; set; } = "";

    [Required] public int? Number { get; set; }

    [Required] public Person? Person { get; set; }
}

public sealed record LimitedInside(List<LimitedParameters> Items, Dictionary<string, LimitedNumbers> Numbers, LimitedTexts? Texts);

public static class LimitComponents
{
    [Workflow] public static Task<LimitedNumbers> LimitedNumbers(WorkflowContext run, [Input] LimitedNumbers value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<LimitedTexts> LimitedTexts(WorkflowContext run, [Input] LimitedTexts value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<LimitedParameters> LimitedParameters(WorkflowContext run, [Input] LimitedParameters value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<LimitedCollections> LimitedCollections(WorkflowContext run, [Input] LimitedCollections value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Mandatory> Mandatory(WorkflowContext run, [Input] Mandatory value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<LimitedInside> LimitedInside(WorkflowContext run, [Input] LimitedInside value) => run.StepAsync("value", () => value);
}
