using System.Buffers;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The deals of a book with their probabilities given a value of the common factor.</summary>
/// <remarks>
/// <c>p(z) = Φ(a - b z)</c> with <c>a = Φ⁻¹(p) / √(1 - ρ)</c> and <c>b = √(ρ / (1 - ρ))</c>, negated for
/// negative amounts. For several outcomes the same holds for the probability of each amount or a larger one. Buffers
/// are rented.
/// </remarks>
internal sealed class FactorDeals : IDisposable
{
    private readonly AmountBook _book;
    private readonly double[] _starts;
    private readonly double[] _slopes;
    private readonly double[][] _thresholds;
    private readonly double _slope;

    public FactorDeals(AmountBook book, FactorLoadings loadings)
    {
        _book = book;
        _starts = ArrayPool<double>.Shared.Rent(book.Count);
        _slopes = ArrayPool<double>.Shared.Rent(book.Count);
        for (int i = 0; i < book.Count; i++)
        {
            double rho = loadings.Of(i);
            _starts[i] = StandardNormal.Quantile(book.Probability[i]) / Math.Sqrt(1 - rho);
            double slope = Math.Sqrt(rho / (1 - rho));
            _slopes[i] = book.Units[i] < 0 ? -slope : slope;
        }

        _slope = Math.Sqrt(loadings.Rho / (1 - loadings.Rho));
        _thresholds = new double[book.Several.Count][];
        for (int i = 0; i < _thresholds.Length; i++)
        {
            _thresholds[i] = Thresholds(book.Several[i].Probabilities, Math.Sqrt(1 - loadings.Rho));
        }
    }

    /// <summary>Writes the probabilities of the deals with one outcome.</summary>
    /// <param name="z">The value of the factor.</param>
    /// <param name="order">The position in the book of each place.</param>
    /// <param name="probabilities">The probabilities.</param>
    public void Fill(double z, ReadOnlySpan<int> order, Span<double> probabilities)
    {
        for (int i = 0; i < order.Length; i++)
        {
            probabilities[i] = At(order[i], z);
        }
    }

    /// <summary>Returns the outcomes of an amount with several of them.</summary>
    public AmountOutcomes Several(int index, double z)
    {
        double[] thresholds = _thresholds[index];
        var probabilities = new double[thresholds.Length];
        for (int i = 0; i < probabilities.Length; i++)
        {
            double low = i + 1 < thresholds.Length ? thresholds[i + 1] - (_slope * z) : double.NegativeInfinity;
            probabilities[i] = StandardNormal.ProbabilityBetween(low, thresholds[i] - (_slope * z));
        }

        return _book.Several[index].With(probabilities);
    }

    /// <summary>Returns the mean of the sum, less the certain amounts, and its variance, in units.</summary>
    public FactorMoments Moments(double z)
    {
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < _book.Count; i++)
        {
            double probability = At(i, z);
            double part = probability * _book.Units[i];
            mean += part;
            variance += (1 - probability) * part * _book.Units[i];
        }

        for (int i = 0; i < _thresholds.Length; i++)
        {
            AmountOutcomes outcomes = Several(i, z);
            mean += outcomes.Mean;
            variance += outcomes.Variance;
        }

        return new FactorMoments(mean, variance);
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_starts);
        ArrayPool<double>.Shared.Return(_slopes);
    }

    private double At(int deal, double z) => StandardNormal.Probability(_starts[deal] - (_slopes[deal] * z));

    // The quantile of the probability of each amount or a larger one.
    private static double[] Thresholds(double[] probabilities, double scale)
    {
        var thresholds = new double[probabilities.Length];
        double above = 0;
        for (int i = probabilities.Length - 1; i > 0; i--)
        {
            above += probabilities[i];
            thresholds[i] = StandardNormal.Quantile(Math.Min(above, 1 - 1e-16)) / scale;
        }

        thresholds[0] = double.PositiveInfinity;
        return thresholds;
    }
}

/// <summary>The mean and the variance of a sum at a value of the factor.</summary>
/// <param name="Mean">The mean in units.</param>
/// <param name="Variance">The variance in squared units.</param>
internal readonly record struct FactorMoments(double Mean, double Variance);
