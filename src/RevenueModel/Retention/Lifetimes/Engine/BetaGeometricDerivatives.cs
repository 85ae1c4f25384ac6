namespace RevenueModel.Retention;

/// <summary>The gradient and the Hessian of the log-likelihood of an sBG in the churn of the first renewal, m, and in
/// the spread, s = 1 / (alpha + beta).</summary>
/// <remarks>
/// <c>ln L = Σ lost ln m + renewed ln(1 - m + s i) - at risk ln(1 + s i)</c> over the renewals i from zero. At s = 0
/// it is the likelihood of the geometric model and its derivatives keep all digits; in alpha and beta they would
/// cancel where both are large. The derivatives need reciprocals only, no logarithms.
/// </remarks>
internal struct BetaGeometricDerivatives
{
    /// <summary>The derivative in the churn.</summary>
    public double Churn;

    /// <summary>The derivative in the spread.</summary>
    public double Spread;

    /// <summary>The second derivative in the churn.</summary>
    public double ChurnChurn;

    /// <summary>The mixed second derivative.</summary>
    public double ChurnSpread;

    /// <summary>The second derivative in the spread.</summary>
    public double SpreadSpread;

    /// <summary>Gets whether the Hessian is negative definite.</summary>
    public readonly bool IsConcave => ChurnChurn < 0 && Determinant > 0;

    /// <summary>Gets the determinant of the Hessian.</summary>
    public readonly double Determinant => (ChurnChurn * SpreadSpread) - (ChurnSpread * ChurnSpread);

    /// <summary>Returns the derivatives at a point.</summary>
    public static BetaGeometricDerivatives At(
        ReadOnlySpan<double> atRisk, ReadOnlySpan<double> renewed, double lost, double churn, double spread)
    {
        double first = 0;
        double second = 0;
        double churnChurn = 0;
        double churnSpread = 0;
        double spreadSpread = 0;
        renewed = renewed[..atRisk.Length];
        double stay = 1 - churn;
        for (int i = 0; i < atRisk.Length; i++)
        {
            double above = stay + (spread * i);
            double below = 1 + (spread * i);
            double reciprocal = 1 / (above * below);
            double kept = renewed[i] * (below * reciprocal);
            double faced = atRisk[i] * (above * reciprocal);
            double keptTwice = kept * (below * reciprocal);
            first += kept;
            second += i * (kept - faced);
            churnChurn += keptTwice;
            churnSpread += i * keptTwice;
            spreadSpread += (double)i * i * ((faced * (above * reciprocal)) - keptTwice);
        }

        double own = lost / churn;
        return new BetaGeometricDerivatives
        {
            Churn = own - first,
            Spread = second,
            ChurnChurn = -(own / churn) - churnChurn,
            ChurnSpread = churnSpread,
            SpreadSpread = spreadSpread,
        };
    }
}
