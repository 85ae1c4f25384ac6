using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>How a value of a type that is not known beforehand prints: in no culture, dates as ISO 8601.</summary>
internal static class InvariantText
{
    /// <summary>The value in words; nothing for null.</summary>
    public static string Of<T>(T value) => value is LocalDate date ? Invariant($"{date:R}") : Invariant($"{value}");
}
