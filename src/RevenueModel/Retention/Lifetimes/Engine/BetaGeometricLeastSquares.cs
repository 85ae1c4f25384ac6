namespace RevenueModel.Retention;

/// <summary>Fits an sBG to the observed survival by least squares (Levenberg-Marquardt), with a spread of zero or
/// more.</summary>
internal sealed class BetaGeometricLeastSquares
{
    private const int MaxSteps = 500;
    private const double Precision = 1e-12;
    private const double NoSpread = 1e-9;
    private const double MostSpread = 1e9;

    private readonly double[] _observed;
    private readonly double[] _weights;

    private BetaGeometricLeastSquares(RenewalCounts counts)
    {
        _observed = new double[counts.Periods];
        _weights = new double[counts.Periods];
        double all = (double)counts.Customers;
        for (int i = 0; i < _observed.Length; i++)
        {
            _observed[i] = counts.Renewed[i] / counts.Started[i];
            _weights[i] = counts.Started[i] / all;
        }
    }

    /// <summary>Gets the churn of the first renewal.</summary>
    public double Churn { get; private set; }

    /// <summary>Gets the spread, <c>1 / (alpha + beta)</c>; zero if the geometric model fits best.</summary>
    public double Spread { get; private set; }

    /// <summary>Gets whether the limit of an infinite spread fits best: churn at the first renewal, and none
    /// later.</summary>
    public bool IsLimit { get; private set; }

    /// <summary>Fits the model, from the geometric model and from three with more variation.</summary>
    public static BetaGeometricLeastSquares Of(RenewalCounts counts)
    {
        BetaGeometricLeastSquares best = new(counts);
        double least = double.PositiveInfinity;
        foreach (double start in (ReadOnlySpan<double>)[0, 0.3, 3, 100])
        {
            var fit = new BetaGeometricLeastSquares(counts)
            {
                Churn = Math.Clamp(1 - (counts.Renewed[0] / counts.AtRisk[0]), 0.01, 0.99),
                Spread = start,
            };
            double squares = fit.Solve();
            if (squares < least)
            {
                best = fit;
                least = squares;
            }
        }

        best.Spread = best.Spread < NoSpread ? 0 : best.Spread;
        best.CompareWithLimit(least);
        return best;
    }

    // Without later losses the survival is constant, and its best value is the weighted mean.
    private void CompareWithLimit(double least)
    {
        double weights = 0;
        double kept = 0;
        for (int i = 0; i < _observed.Length; i++)
        {
            weights += _weights[i];
            kept += _weights[i] * _observed[i];
        }

        kept /= weights;
        double squares = 0;
        for (int i = 0; i < _observed.Length; i++)
        {
            squares += _weights[i] * (_observed[i] - kept) * (_observed[i] - kept);
        }

        if (Spread == MostSpread || squares <= least * (1 + Precision))
        {
            IsLimit = true;
            Churn = 1 - kept;
        }
    }

    private double Solve()
    {
        double damping = 1e-3;
        double squares = Squares(Churn, Spread, out Normal normal);
        for (int step = 0; step < MaxSteps && damping < 1e12; step++)
        {
            // At the end of the range, only a step inward counts.
            bool isFixed = Spread == 0 && normal.Spread <= 0;
            double churnChurn = normal.ChurnChurn * (1 + damping);
            double spreadSpread = isFixed ? 1 : normal.SpreadSpread * (1 + damping);
            double mixed = isFixed ? 0 : normal.ChurnSpread;
            double determinant = (churnChurn * spreadSpread) - (mixed * mixed);
            double slope = isFixed ? 0 : normal.Spread;
            double churnStep = ((spreadSpread * normal.Churn) - (mixed * slope)) / determinant;
            double spreadStep = ((churnChurn * slope) - (mixed * normal.Churn)) / determinant;
            double churn = Math.Clamp(Churn + churnStep, Churn / 10, 1 - ((1 - Churn) / 10));
            double spread = Math.Clamp(Spread + spreadStep, 0, MostSpread);
            double next = Squares(churn, spread, out Normal there);
            if (!(next <= squares))
            {
                damping *= 10;
                continue;
            }

            bool isLast = Math.Abs(churn - Churn) <= Precision * Churn
                && Math.Abs(spread - Spread) <= Precision * Spread;
            Churn = churn;
            Spread = spread;
            squares = next;
            normal = there;
            damping /= 10;
            if (isLast)
            {
                break;
            }
        }

        return squares;
    }

    private double Squares(double churn, double spread, out Normal normal)
    {
        normal = default;
        double sum = 0;
        double survival = 1;
        double churnSlope = 0;
        double spreadSlope = 0;
        for (int i = 0; i < _observed.Length; i++)
        {
            double above = 1 - churn + (spread * i);
            double below = 1 + (spread * i);
            survival *= above / below;
            churnSlope -= 1 / above;
            spreadSlope += i * ((1 / above) - (1 / below));
            double residual = _observed[i] - survival;
            double ofChurn = survival * churnSlope;
            double ofSpread = survival * spreadSlope;
            sum += _weights[i] * residual * residual;
            normal.Churn += _weights[i] * residual * ofChurn;
            normal.Spread += _weights[i] * residual * ofSpread;
            normal.ChurnChurn += _weights[i] * ofChurn * ofChurn;
            normal.ChurnSpread += _weights[i] * ofChurn * ofSpread;
            normal.SpreadSpread += _weights[i] * ofSpread * ofSpread;
        }

        return sum;
    }

    // The right side and the matrix of the normal equations.
    private struct Normal
    {
        public double Churn;
        public double Spread;
        public double ChurnChurn;
        public double ChurnSpread;
        public double SpreadSpread;
    }
}
