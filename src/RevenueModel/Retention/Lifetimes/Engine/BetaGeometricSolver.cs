using System.Runtime.InteropServices;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>Finds the maximum of the likelihood of an sBG by Newton's method, with a search over the spread where that
/// does not converge.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct BetaGeometricSolver
{
    private const int MaxSteps = 40;
    private const double Precision = 1e-8;

    private readonly ReadOnlySpan<double> _atRisk;
    private readonly ReadOnlySpan<double> _renewed;
    private readonly double _lost;
    private readonly double _constantChurn;

    /// <summary>Creates a solver.</summary>
    public BetaGeometricSolver(RenewalCounts counts)
    {
        _atRisk = counts.AtRisk;
        _renewed = counts.Renewed;
        _lost = counts.Lost;
        _constantChurn = counts.Lost / counts.Exposure;
        Churn = _constantChurn;
    }

    /// <summary>Gets the churn of the first renewal at the maximum.</summary>
    public double Churn { get; private set; }

    /// <summary>Gets the spread at the maximum; zero if the geometric model is the maximum.</summary>
    public double Spread { get; private set; }

    /// <summary>Gets the derivatives at the maximum.</summary>
    public BetaGeometricDerivatives Derivatives { get; private set; }

    /// <summary>Gets the number of evaluations of the gradient and the Hessian.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Finds the maximum.</summary>
    public void Solve()
    {
        BetaGeometricDerivatives start = Evaluate(_constantChurn, 0);
        if (!(start.Spread > 0) || !TryNewton(start))
        {
            Search();
        }

        Derivatives = Evaluate(Churn, Spread);
    }

    /// <summary>Returns the log-likelihood at a point.</summary>
    public readonly double LogLikelihood(double churn, double spread)
    {
        double sum = _lost > 0 ? _lost * StandardNormal.Log(churn) : 0;
        if (spread == 0)
        {
            // All renewals have one rate, and the logarithm of one is zero.
            double kept = StandardNormal.Log(1 - churn);
            foreach (double renewed in _renewed)
            {
                sum += renewed > 0 ? renewed * kept : 0;
            }

            return sum;
        }

        for (int i = 0; i < _atRisk.Length; i++)
        {
            double stay = 1 - churn + (spread * i);
            double below = 1 + (spread * i);
            double lost = _atRisk[i] - _renewed[i];
            if (_renewed[i] > 0)
            {
                sum += _renewed[i] * StandardNormal.Log(stay / below);
            }

            if (lost > 0)
            {
                sum -= lost * StandardNormal.Log(below);
            }
        }

        return sum;
    }

    private BetaGeometricDerivatives Evaluate(double churn, double spread)
    {
        Evaluations++;
        return BetaGeometricDerivatives.At(_atRisk, _renewed, _lost, churn, spread);
    }

    private bool TryNewton(BetaGeometricDerivatives here)
    {
        // The first step starts from the geometric model.
        double curvature = here.SpreadSpread - (here.ChurnSpread * here.ChurnSpread / here.ChurnChurn);
        double spread = curvature < 0 ? Math.Min(here.Spread / -curvature, 1) : 1;
        double churn = Within(_constantChurn, -here.ChurnSpread / here.ChurnChurn * spread);
        for (int step = 0; step < MaxSteps; step++)
        {
            here = Evaluate(churn, spread);
            double churnStep;
            double spreadStep;
            if (here.IsConcave)
            {
                double scale = -1 / here.Determinant;
                churnStep = scale * ((here.SpreadSpread * here.Churn) - (here.ChurnSpread * here.Spread));
                spreadStep = scale * ((here.ChurnChurn * here.Spread) - (here.ChurnSpread * here.Churn));
            }
            else
            {
                churnStep = -here.Churn / here.ChurnChurn;
                spreadStep = here.Spread > 0 ? spread : -spread / 2;
            }

            bool isLast = Math.Abs(churnStep) <= Precision * churn && Math.Abs(spreadStep) <= Precision * spread;
            churn = Within(churn, churnStep);
            spread = Math.Clamp(spread + spreadStep, spread / 10, (10 * spread) + 1);
            if (isLast && here.IsConcave)
            {
                Churn = churn;
                Spread = spread;

                // A flat likelihood can lead to a lower maximum than the geometric model.
                return LogLikelihood(churn, spread) >= LogLikelihood(_constantChurn, 0);
            }
        }

        return false;
    }

    // A step that would leave 0 to 1 goes most of the way.
    private static double Within(double churn, double step) =>
        Math.Clamp(churn + step, churn / 10, 1 - ((1 - churn) / 10));

    // The best churn at each spread, and the spreads where the derivative changes its sign from plus to minus.
    private void Search()
    {
        const double factor = 1.7782794100389228; // a quarter of a decade
        double best = LogLikelihood(_constantChurn, 0);
        Churn = _constantChurn;
        Spread = 0;
        double before = 1e-9;
        double rise = Profile(before, out _);
        for (double spread = before * factor; spread < 1e9; spread *= factor)
        {
            double next = Profile(spread, out _);
            if (rise > 0 && next <= 0)
            {
                double at = Root(before, spread);
                Profile(at, out double churn);
                if (LogLikelihood(churn, at) is var found && found > best)
                {
                    best = found;
                    Churn = churn;
                    Spread = at;
                }
            }

            before = spread;
            rise = next;
        }
    }

    private double Root(double low, double high)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = Math.Sqrt(low * high);
            if (Profile(middle, out _) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Sqrt(low * high);
    }

    // The derivative in the churn falls, so that halving finds its root.
    private double Profile(double spread, out double churn)
    {
        double low = 0;
        double high = 1;
        BetaGeometricDerivatives here = default;
        churn = _constantChurn;
        for (int i = 0; i < 100; i++)
        {
            here = Evaluate(churn, spread);
            if (here.Churn > 0)
            {
                low = churn;
            }
            else
            {
                high = churn;
            }

            double next = churn - (here.Churn / here.ChurnChurn);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - churn) <= 1e-15 * churn)
            {
                break;
            }

            churn = next;
        }

        return here.Spread;
    }
}
