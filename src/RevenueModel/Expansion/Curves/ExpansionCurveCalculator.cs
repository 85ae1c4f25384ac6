using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Evaluates expansion curves, and compares the figures that they state with those that they imply.</summary>
public static class ExpansionCurveCalculator
{
    /// <summary>Returns the value of a curve in a month.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="month">The month of the account, between 0 and 1,200, whole or not; within the curve.</param>
    /// <returns>The value, zero or more.</returns>
    /// <exception cref="ArgumentException">The curve has no value in the month, or it exceeds the range of a
    /// double.</exception>
    /// <example><code>
    /// ExpansionCurve integrations = ExpansionCurve.Years([24, 48, 72]);
    /// Console.WriteLine(ExpansionCurveCalculator.Value(integrations, month: 18)); // 60
    /// </code></example>
    public static double Value(ExpansionCurve curve, double month) =>
        Guard.Against.Null(curve).CheckedValueAt(month, nameof(month));

    /// <summary>Fills a destination with the values of a curve in many months, such as the ages of all
    /// accounts.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="months">The months of the accounts, each between 0 and 1,200 and within the curve, in any
    /// order.</param>
    /// <param name="destination">The values, to the last digit those of <see cref="Value"/>; as many as
    /// <paramref name="months"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or as for <see cref="Value"/>.</exception>
    public static void Values(ExpansionCurve curve, ReadOnlySpan<double> months, Span<double> destination)
    {
        Guard.Against.Null(curve);
        DomainGuards.RequireSameLength(months.Length, destination.Length);
        curve.ValuesAt(months, destination);
    }

    /// <summary>Returns the multiple of a curve between two months: the later value over the earlier one.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="fromMonth">The earlier month of the account, between 0 and 1,200.</param>
    /// <param name="toMonth">The later month of the account, after <paramref name="fromMonth"/>.</param>
    /// <returns>The multiple, or <see langword="null"/> if the earlier value is zero.</returns>
    /// <exception cref="ArgumentException">The curve has no value in a month, or the months do not ascend.</exception>
    public static double? Multiple(ExpansionCurve curve, double fromMonth, double toMonth)
    {
        Guard.Against.Null(curve);
        ExpansionGuards.Range(fromMonth, toMonth);
        double from = curve.CheckedValueAt(fromMonth, nameof(fromMonth));
        double to = curve.CheckedValueAt(toMonth, nameof(toMonth));
        return from == 0 || !double.IsFinite(to / from) ? null : to / from;
    }

    /// <summary>Returns the growth of a curve per year between two months as a fraction:
    /// <c>multiple^(12 / months) - 1</c>.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="fromMonth">The earlier month of the account, between 0 and 1,200.</param>
    /// <param name="toMonth">The later month of the account, after <paramref name="fromMonth"/>.</param>
    /// <returns>The growth, or <see langword="null"/> if the earlier value is zero.</returns>
    /// <exception cref="ArgumentException">The curve has no value in a month, or the months do not ascend.</exception>
    public static double? GrowthPerYear(ExpansionCurve curve, double fromMonth, double toMonth) =>
        Multiple(curve, fromMonth, toMonth) is { } multiple
            ? GrowthComparison.PerYear(multiple, (toMonth - fromMonth) / 12)
            : null;

    /// <summary>Compares the growth of contract value with that of volume between two months.</summary>
    /// <param name="volume">The curve of the volume, such as active integrations or sites.</param>
    /// <param name="acv">The curve of the annual contract value or its multiple.</param>
    /// <param name="fromMonth">The earlier month of the account, between 0 and 1,200.</param>
    /// <param name="toMonth">The later month of the account, after <paramref name="fromMonth"/>.</param>
    /// <returns>Both multiples and the elasticity.</returns>
    /// <exception cref="ArgumentException">A curve has no value in a month or starts from zero, or the months do not
    /// ascend.</exception>
    /// <remarks>
    /// Published: 24 to 72 integrations and 1.0x to 2.2x ACV from year 1 to year 3, an elasticity of
    /// ln 2.2 / ln 3 = 0.718 (iPaaS 2027, section 2.2).
    /// </remarks>
    public static ExpansionMultiples Compare(
        ExpansionCurve volume, ExpansionCurve acv, double fromMonth, double toMonth) => new(
        fromMonth,
        toMonth,
        RequiredMultiple(volume, fromMonth, toMonth, nameof(volume)),
        RequiredMultiple(acv, fromMonth, toMonth, nameof(acv)));

    /// <summary>Compares a stated rate of growth with a curve that is stated for the same growth.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="statedGrowthPerYear">The stated growth per year as a fraction, above -1: 0.33 is 33% a
    /// year.</param>
    /// <param name="fromMonth">The earlier month of the account, between 0 and 1,200.</param>
    /// <param name="toMonth">The later month of the account, after <paramref name="fromMonth"/>.</param>
    /// <returns>Both figures, and what each implies of the other.</returns>
    /// <exception cref="ArgumentException">The rate is outside its range, the curve has no value in a month or starts
    /// from zero, or the months do not ascend.</exception>
    /// <remarks>
    /// Published: 33% a year, which is 1.77x from year 1 to year 3, beside 24 to 72, which is 73% a year (iPaaS 2027,
    /// section 2.2).
    /// </remarks>
    public static GrowthComparison CompareStated(
        ExpansionCurve curve, double statedGrowthPerYear, double fromMonth, double toMonth) => new(
        ExpansionGuards.Growth(statedGrowthPerYear),
        RequiredMultiple(curve, fromMonth, toMonth, nameof(curve)),
        (toMonth - fromMonth) / 12);

    private static double RequiredMultiple(ExpansionCurve curve, double fromMonth, double toMonth, string name) =>
        Multiple(Guard.Against.Null(curve, name), fromMonth, toMonth)
        ?? throw DomainGuards.OutOfRange(
            name,
            Invariant($"{curve.ValueAt(fromMonth)} in month {fromMonth}"),
            "a value above zero, of which there is a multiple,");
}
