using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The rule by which an account that returns after months without revenue is reactivated or new.</summary>
/// <remarks>Immutable; equal by value. The default value is <see cref="Always"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ReactivationRule
{
    private const int MaxMonths = 1_200;

    private readonly int _shortage; // how far below "always" the limit is, so that the default value is Always

    private ReactivationRule(int months) => _shortage = int.MaxValue - months;

    /// <summary>Gets the rule by which every account that returns is reactivated. ChartMogul uses it.</summary>
    public static ReactivationRule Always => default;

    /// <summary>Gets the rule by which every account that returns is new.</summary>
    public static ReactivationRule Never => new(0);

    /// <summary>Gets the largest number of months without revenue of a reactivation: 0 for never, or
    /// <see langword="null"/> if there is no limit.</summary>
    public int? MaxMonthsAway => _shortage == 0 ? null : Limit;

    internal int Limit => int.MaxValue - _shortage;

    /// <summary>Creates the rule by which an account is reactivated if it was away for at most some months.</summary>
    /// <param name="months">The number of months without revenue, between 1 and 1,200.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public static ReactivationRule Within(int months) => months is >= 1 and <= MaxMonths
        ? new ReactivationRule(months)
        : throw DomainGuards.OutOfRange(nameof(months), months, "1 to 1,200");

    /// <summary>Returns the rule: <c>always</c>, <c>never</c>, <c>within 3 months</c>.</summary>
    public override string ToString() => _shortage == 0 ? "always"
        : Limit == 0 ? "never"
        : "within " + Plural.Of(Limit, "month");
}
