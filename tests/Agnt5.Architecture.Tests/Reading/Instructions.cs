using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Agnt5.Architecture.Tests.Reading;

/// <summary>Reads the instructions of a method.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OperandType> Kinds = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => code.Value & 0xFFFF, static code => code.OperandType);

    /// <summary>The types and members that the instructions name.</summary>
    public static IEnumerable<EntityHandle> Operands(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int instruction = code.ReadByte();
            if (instruction == 0xFE)
                instruction = 0xFE00 | code.ReadByte();
            switch (Kinds[instruction])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return MetadataTokens.EntityHandle(code.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case var other:
                    code.Offset += Length(other);
                    break;
            }
        }
    }

    private static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
