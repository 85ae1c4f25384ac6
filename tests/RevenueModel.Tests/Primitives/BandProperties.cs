using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Primitives;

public class BandProperties
{
    [Property]
    public bool ABandContainsItsEnds(Band<decimal> band) =>
        band.Contains(band.Min) && (band.Max is not { } max || band.Contains(max));

    [Property]
    public bool ABandIsRebuiltFromItsEnds(Band<decimal> band) =>
        band == (band.Max is { } max ? Band.Between(band.Min, max) : Band.AtLeast(band.Min));

    [Property]
    public bool ValuesAreBelowInOrAbove(Band<decimal> band, Cents value) => band.Locate(value) switch
    {
        BandPosition.Below => value < band.Min,
        BandPosition.Above => value > band.Max,
        _ => value >= band.Min && !(value > band.Max),
    };

    [Property]
    public bool AnInterpolatedAmountLiesInTheBand(Band<decimal> band, Fraction position) =>
        band.Interpolate(position) is { } value ? band.Contains(value) : band.IsOpen;

    [Property]
    public bool AnInterpolatedDoubleLiesInTheBand(Band<double> band, Fraction position) =>
        band.Interpolate(position) is { } value ? band.Contains(value) : band.IsOpen;

    [Property]
    public bool AnInterpolatedWholeNumberLiesInTheBand(Band<int> band, Band<long> longBand, Fraction position) =>
        (band.Interpolate(position) is { } value ? band.Contains(value) : band.IsOpen)
            && (longBand.Interpolate(position) is { } longValue ? longBand.Contains(longValue) : longBand.IsOpen);

    [Property]
    public bool TheEndsAreInterpolatedExactly(
        Band<decimal> band, Band<double> doubles, Band<int> ints, Band<long> longs) =>
            HasExactEnds(band) && HasExactEnds(doubles) && HasExactEnds(ints) && HasExactEnds(longs);

    [Property]
    public bool PositionOfIsTheInverseOfInterpolate(Band<decimal> band, Fraction position) =>
        band.Interpolate(position) is not { } value
            || band.Max == band.Min
            || Math.Abs(band.PositionOf(value)!.Value - position) < 1e-15m;

    [Property]
    public bool InterpolateIsTheInverseOfPositionOf(Band<decimal> band, Fraction at)
    {
        if (band.Max is not { } max || max == band.Min)
        {
            return true;
        }

        decimal value = decimal.Round(band.Min + ((max - band.Min) * at), 4);
        return Math.Abs(band.Interpolate(band.PositionOf(value)!.Value)!.Value - value) < 1e-12m;
    }

    [Property]
    public bool PositionOfIsTheInverseOfInterpolateForDoubles(Band<double> band, Fraction position)
    {
        if (band.Interpolate(position) is not { } value || band.Max is not { } max || max == band.Min)
        {
            return true;
        }

        // The value is known to half a unit in its last place only.
        double ulp = Math.BitIncrement(Math.Max(Math.Abs(band.Min), Math.Abs(max)))
            - Math.Max(Math.Abs(band.Min), Math.Abs(max));
        return Math.Abs((double)band.PositionOf(value)!.Value - (double)position.Value)
            <= (4 * ulp / (max - band.Min)) + 1e-14;
    }

    [Property]
    public bool AHigherPositionIsNeverALowerValue(Band<int> band, Fraction one, Fraction other) =>
        band.IsOpen
            || band.Interpolate(Math.Min(one, other))!.Value <= band.Interpolate(Math.Max(one, other))!.Value;

    [Property]
    public bool TheMidpointIsHalfWay(Band<decimal> band) =>
        band.Max is { } max ? band.Midpoint == (band.Min + max) / 2m : band.Midpoint is null;

    [Property]
    public bool AWholeMidpointIsHalfTheSumOfTheEnds(Band<long> band) => band.Max is { } max
        ? band.Midpoint == (long)decimal.Round(((decimal)band.Min + max) / 2m, 0, MidpointRounding.AwayFromZero)
        : band.Midpoint is null;

    [Property]
    public bool ClampingLeadsIntoTheBandAndLeavesWhatIsInIt(Band<decimal> band, Cents value) =>
        band.Contains(band.Clamp(value)) && (!band.Contains(value) || band.Clamp(value) == value);

    [Property]
    public bool TheDistanceIsZeroInTheBandAndOnlyThere(Band<decimal> band, Cents value) =>
        band.DistanceTo(value) >= 0m && band.Contains(value) == (band.DistanceTo(value) == 0m);

    [Property]
    public bool TheDistanceIsTheOneToTheNearestValueOfTheBand(Band<decimal> band, Cents value) =>
        band.DistanceTo(value) == Math.Abs(value - band.Clamp(value))
            && band.DistanceTo(value) <= Math.Abs(value - band.Min)
            && (band.Max is not { } max || band.DistanceTo(value) <= Math.Abs(value - max));

    [Property]
    public bool EqualBandsHaveEqualHashes(Band<decimal> band)
    {
        Band<decimal> same = band.Max is { } max
            ? Band.Between(band.Min * 1.00m, max * 1.0m)
            : Band.AtLeast(band.Min * 1.0m);
        return same == band
            && same.GetHashCode() == band.GetHashCode()
            && string.Equals(same.ToString(), band.ToString(), StringComparison.Ordinal);
    }

    private static bool HasExactEnds<T>(Band<T> band)
        where T : struct, System.Numerics.INumber<T> =>
        band.IsOpen || (band.Interpolate(0m) == band.Min && band.Interpolate(1m) == band.Max);
}
