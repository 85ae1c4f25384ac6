namespace RevenueModel.Retention;

/// <summary>The derivatives of the logarithm of survival in the parameters, for the delta method.</summary>
internal struct ProjectionSlopes
{
    private readonly ShiftedBetaGeometricFit _fit;
    private double _alpha;
    private double _beta;
    private double _churn;

    /// <summary>Creates the slopes before the first renewal.</summary>
    public ProjectionSlopes(ShiftedBetaGeometricFit fit) => _fit = fit;

    /// <summary>Adds a renewal.</summary>
    /// <param name="renewal">The number of the renewal, from 1 on, in order.</param>
    public void Add(int renewal)
    {
        if (_fit.Model is { Alpha: { } alpha, Beta: { } beta })
        {
            double below = 1 / (alpha + beta + (renewal - 1));
            _alpha -= below;
            _beta += alpha / (beta + (renewal - 1)) * below;
        }
        else
        {
            _churn -= 1 / (1 - _fit.Model.MeanChurn);
        }
    }

    /// <summary>Returns the standard error of the survival, or <see langword="null"/> without those of the
    /// parameters.</summary>
    public readonly double? ErrorOf(double survival)
    {
        if (_fit.Model.Alpha is null)
        {
            return survival > 0 && _fit.MeanChurnStandardError is { } ofChurn
                ? survival * -_churn * ofChurn
                : null;
        }

        if (_fit is not
            { AlphaStandardError: { } alpha, BetaStandardError: { } beta, AlphaBetaCovariance: { } covariance })
        {
            return null;
        }

        double variance = (_alpha * _alpha * alpha * alpha)
            + (_beta * _beta * beta * beta)
            + (2 * _alpha * _beta * covariance);
        return survival * Math.Sqrt(Math.Max(variance, 0));
    }
}
