
namespace RevenueModel.Compensation.Analysis;

/// <summary>A density that is a straight line between two ends and nothing outside them.</summary>
internal readonly record struct DensityLine(double Low, double High, double AtLow, double AtHigh)
{
    private const double InverseRootOfThree = 0.577350269189625764509;

    /// <summary>The moments of what lies in a range, about a center.</summary>
    /// <remarks>By Gauss's rule of two points, which is exact up to the third degree: a square times a line.</remarks>
    public PartialMoments Inside(double from, double to, double center)
    {
        double start = Math.Max(from, Low);
        double end = Math.Min(to, High);
        if (!(end > start))
        {
            return default;
        }

        double half = (end - start) / 2;
        double middle = start + half;
        double one = middle - (half * InverseRootOfThree);
        double other = middle + (half * InverseRootOfThree);
        double weight = half * DensityAt(one);
        double otherWeight = half * DensityAt(other);
        one -= center;
        other -= center;
        return new PartialMoments(
            weight + otherWeight,
            (weight * one) + (otherWeight * other),
            (weight * one * one) + (otherWeight * other * other));
    }

    private double DensityAt(double value) => AtLow + ((AtHigh - AtLow) * ((value - Low) / (High - Low)));
}
