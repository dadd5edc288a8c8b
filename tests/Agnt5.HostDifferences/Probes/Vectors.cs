using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Vectors: their widths, and arithmetic that may or may not round in between.</summary>
internal static class Vectors
{
    private const int Count = 1000;

    public static void Add(Report report)
    {
        report.Add("Vector.IsHardwareAccelerated", () => Vector.IsHardwareAccelerated);
        report.Add("Vector128.IsHardwareAccelerated", () => Vector128.IsHardwareAccelerated);
        report.AddHash("Vector2 dot", Values.Between(-9, 9, Count), static value => Vector2.Dot(Of2(value), Of2(value / 3)));
        report.AddHash("Vector3 dot", Values.Between(-9, 9, Count), static value => Vector3.Dot(Of3(value), Of3(value / 3)));
        report.AddHash("Vector4 dot", Values.Between(-9, 9, Count), static value => Vector4.Dot(Of4(value), Of4(value / 3)));
        report.AddHash("Vector3 length", Values.Between(-9, 9, Count), static value => Of3(value).Length());
        report.AddHash("Vector3 cross", Values.Between(-9, 9, Count), static value => Text(Vector3.Cross(Of3(value), Of3(value / 3 + 1))));
        report.AddHash("Vector3 normalize", Values.Between(-9, 9, Count), static value => Text(Vector3.Normalize(Of3(value))));
        report.AddHash("Vector3 lerp", Values.Between(-9, 9, Count), static value => Text(Vector3.Lerp(Of3(value), Of3(value / 3), 0.3f)));
        report.AddHash("Vector2 transform", Values.Between(-9, 9, Count), static value => Vector2.Transform(Of2(value), Matrix3x2.CreateRotation(1.1f)).X);
        report.AddHash("Vector4 transform", Values.Between(-9, 9, Count), static value => Vector4.Transform(Of4(value), Matrix4x4.CreateRotationX(1.1f)).Y);
        report.AddHash("Matrix4x4 product", Values.Between(-9, 9, Count), static value => (Matrix4x4.CreateRotationX((float)value) * Matrix4x4.CreateRotationY(1.1f)).M12);
        report.AddHash("Matrix4x4 determinant", Values.Between(-9, 9, Count), static value => (Matrix4x4.CreateRotationX((float)value) * 1.3f).GetDeterminant());
        report.AddHash("Quaternion product", Values.Between(-9, 9, Count), static value =>
            (Quaternion.CreateFromYawPitchRoll((float)value, 1.1f, 0.3f) * Quaternion.CreateFromYawPitchRoll(0.2f, 1.1f, 0.3f)).W);
        report.AddHash("Quaternion slerp", Values.Between(-9, 9, Count), static value =>
            Quaternion.Slerp(Quaternion.CreateFromYawPitchRoll((float)value, 1.1f, 0.3f), Quaternion.CreateFromYawPitchRoll(0.2f, 1.1f, 0.3f), 0.4f).W);
        report.AddHash("Plane normalize", Values.Between(-9, 9, Count), static value => Plane.Normalize(new Plane((float)value, 1.1f, 0.3f, 2)).D);
        report.Add("Vector128 sum", () => Vector128.Sum(Vector128.Create(Values.Single("0.1"), 0.2f, 0.3f, 0.4f)));
        report.Add("Vector128 dot", () => Vector128.Dot(Vector128.Create(Values.Single("0.1"), 0.2f, 0.3f, 0.4f), Vector128.Create(1.1f, 1.2f, 1.3f, 1.4f)));
        report.Add("Vector128 convert NaN to int", () => Vector128.ConvertToInt32(Vector128.Create(Values.Single("NaN")))[0]);
        report.Add("Vector128 convert native NaN to int", () => Vector128.ConvertToInt32Native(Vector128.Create(Values.Single("NaN")))[0]);
        report.Add("Vector128 convert 3e9 to int", () => Vector128.ConvertToInt32(Vector128.Create(Values.Single("3e9")))[0]);
        report.Add("Vector128 convert -1 to uint", () => Vector128.ConvertToUInt32(Vector128.Create(Values.Single("-1")))[0]);
        report.Add("Vector128 convert 1e19 to long", () => Vector128.ConvertToInt64(Vector128.Create(Values.Double("1e19")))[0]);
        report.AddHash("Vector128 exponential", Values.Between(-9, 9, Count), static value => Vector128.Exp(Vector128.Create(value))[0]);
        report.AddHash("Vector128 sine", Values.Between(-9, 9, Count), static value => Vector128.Sin(Vector128.Create(value))[0]);
        report.Add("Vector3 as text", () => Of3(1.5).ToString("R", CultureInfo.InvariantCulture));
    }

    private static Vector2 Of2(double value) => new((float)value, (float)value * 1.3f);

    private static Vector3 Of3(double value) => new((float)value, (float)value * 1.3f, 0.7f);

    private static Vector4 Of4(double value) => new((float)value, (float)value * 1.3f, 0.7f, 0.1f);

    private static string Text(Vector3 vector) => $"{Answer.Of(vector.X)} {Answer.Of(vector.Y)} {Answer.Of(vector.Z)}";
}
