
namespace RevenueModel.Compensation.Analysis;

/// <summary>A probability density that is linear between two ends and zero outside them.</summary>
internal readonly record struct DensityLine(double Low, double High, double AtLow, double AtHigh)
{
    private const double InverseRootOfThree = 0.577350269189625764509;

    /// <summary>Returns the partial moments over a range, about a center.</summary>
    /// <remarks>Two-point Gauss quadrature is exact up to degree three: the squared distance times a linear
    /// density.</remarks>
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
