using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>Prints values of a type that is not known in advance: independent of culture, dates in ISO 8601.</summary>
internal static class InvariantText
{
    /// <summary>Returns the value as text; empty for null.</summary>
    public static string Of<T>(T value) => value is LocalDate date ? Invariant($"{date:R}") : Invariant($"{value}");
}
