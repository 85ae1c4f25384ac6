using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>An empirical distribution of observed values in ascending order, at least one.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record EmpiricalAttainment(ValueList<double> Sorted) : AttainmentDistribution
{
    internal override double Center
    {
        get
        {
            // Sums the distances from the first value, so that the mean of equal values is exactly that value.
            double first = Sorted[0];
            double away = 0;
            foreach (double value in Sorted.AsSpan())
            {
                away += value - first;
            }

            return first + (away / Sorted.Count);
        }
    }

    public override string ToString() => Sorted.Count == 1
        ? Invariant($"attainment of {Sorted[0] * 100:0.##}%")
        : Invariant($"{Sorted.Count:#,0} observed attainments of {Sorted[0] * 100:0.##}% to ")
            + Invariant($"{Sorted[Sorted.Count - 1] * 100:0.##}%, {Center * 100:0.##}% in the mean");

    internal override double MassAt(double attainment)
    {
        int count = 0;
        foreach (double value in Sorted.AsSpan())
        {
            count += value == attainment ? 1 : 0;
        }

        return (double)count / Sorted.Count;
    }

    internal override PartialMoments Inside(double from, double to)
    {
        double center = Center;
        int count = 0;
        double first = 0;
        double second = 0;
        foreach (double value in Sorted.AsSpan())
        {
            if (value > from && value < to)
            {
                double away = value - center;
                count++;
                first += away;
                second += away * away;
            }
        }

        return new PartialMoments((double)count / Sorted.Count, first / Sorted.Count, second / Sorted.Count);
    }
}
