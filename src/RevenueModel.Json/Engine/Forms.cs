using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>Forms of values that say more than their type: what a schema states, and which short forms are
/// read.</summary>
internal static class Forms
{
    /// <summary>A text that is not blank.</summary>
    public static readonly Shape<string> Name = new TextShape(isNamed: true);

    /// <summary>Zero or more.</summary>
    public static readonly Shape<decimal> NotNegative = new DecimalShape(least: 0m);

    /// <summary>More than zero.</summary>
    public static readonly Shape<decimal> Positive = new DecimalShape(least: 0m, isAbove: true);

    /// <summary>A fraction between 0 and 1, or a percentage.</summary>
    public static readonly Shape<decimal> Share = new DecimalShape(isShare: true, least: 0m, most: 1m);

    /// <summary>A fraction above 0 and up to 1, or a percentage.</summary>
    public static readonly Shape<decimal> PositiveShare =
        new DecimalShape(isShare: true, least: 0m, isAbove: true, most: 1m);

    /// <summary>More than one.</summary>
    public static readonly Shape<decimal> AboveOne = new DecimalShape(least: 1m, isAbove: true);

    /// <summary>A category of open deals.</summary>
    public static readonly Shape<ForecastCategory> OpenCategory =
        new EnumShape<ForecastCategory>(ForecastCategory.Closed);

    /// <summary>A day count by which a whole period is one.</summary>
    public static readonly Shape<DayCount> FixedYear = new EnumShape<DayCount>(
        [
            .. Enum.GetValues<DayCount>()
                .Where(static count => count is not (DayCount.ActualActual or DayCount.Thirty360)),
        ]);

    /// <summary>A ratio of zero or more, or a percentage.</summary>
    public static readonly Shape<decimal> Ratio = new DecimalShape(isShare: true, least: 0m);

    /// <summary>A ratio of more than zero, or a percentage.</summary>
    public static readonly Shape<decimal> PositiveRatio = new DecimalShape(isShare: true, least: 0m, isAbove: true);

    /// <summary>A whole number of one or more.</summary>
    public static readonly Shape<int> Count = Whole(1);

    /// <summary>A whole number of zero or more.</summary>
    public static readonly Shape<int> CountOrZero = Whole(0);

    /// <summary>A number of months.</summary>
    public static readonly Shape<int> Months = Whole(1, 1_200);

    /// <summary>A band of fractions between 0 and 1, or of percentages.</summary>
    public static readonly Shape<Band<decimal>> ShareBand =
        new BandShape<decimal>(Share, isShare: true, isSigned: false, mostPercent: 100);

    /// <summary>A band of ratios of zero or more, or of percentages.</summary>
    public static readonly Shape<Band<decimal>> RatioBand =
        new BandShape<decimal>(Ratio, isShare: true, isSigned: false);

    /// <summary>A band of amounts of zero or more.</summary>
    public static readonly Shape<Band<decimal>> AmountBand = new BandShape<decimal>(NotNegative, isSigned: false);

    /// <summary>A band of amounts of more than zero.</summary>
    public static readonly Shape<Band<decimal>> PositiveBand =
        new BandShape<decimal>(Positive, isSigned: false, isAbove: true);

    /// <summary>A band of amounts of zero or more with both ends.</summary>
    public static readonly Shape<Band<decimal>> ClosedAmountBand =
        new BandShape<decimal>(NotNegative, isSigned: false, isClosed: true);

    /// <summary>A band of amounts of more than zero with both ends.</summary>
    public static readonly Shape<Band<decimal>> ClosedPositiveBand =
        new BandShape<decimal>(Positive, isSigned: false, isAbove: true, isClosed: true);

    /// <summary>A month of an account on a curve, between 0 and 1,200.</summary>
    public static readonly Shape<double> CurveMonth = new DoubleShape(least: 0, most: 1_200);

    /// <summary>A value on a curve, zero or more.</summary>
    public static readonly Shape<double> CurveValue = new DoubleShape(least: 0);

    /// <summary>A band of sizes.</summary>
    public static readonly Shape<Band<long>> SizeBand = new BandShape<long>(Long(0), isSigned: false);

    /// <summary>A band of counts.</summary>
    public static readonly Shape<Band<int>> CountBand = new BandShape<int>(CountOrZero, isSigned: false);

    /// <summary>Returns the form of whole numbers within bounds.</summary>
    public static Shape<int> Whole(int least, int most = int.MaxValue) =>
        new WholeShape<int>(least, most, decimal.ToInt32, static value => value);

    /// <summary>Returns the form of 64-bit whole numbers within bounds.</summary>
    public static Shape<long> Long(long least, long most = long.MaxValue) =>
        new WholeShape<long>(least, most, decimal.ToInt64, static value => value);

    /// <summary>Returns the form that null is added to.</summary>
    public static Shape<T?> OrNull<T>(this Shape<T> shape)
        where T : struct => new NullableShape<T>(shape);

    /// <summary>Returns the form of lists of a form.</summary>
    public static Shape<ValueList<T>> List<T>(Shape<T> item, int least = 0) => new ListShape<T>(item, least);
}
