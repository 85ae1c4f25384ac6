namespace RevenueModel.Statistics;

/// <summary>The incidence of a cause and the sums of its variance up to a time.</summary>
/// <remarks>
/// With a step f of the incidence, the sum of squares <c>Σ a (F(t) - F(u))²</c> grows by <c>2 f Σ a (F(t) - F(u)) +
/// f² Σ a</c>. All terms are positive, so that no digits cancel, and a step takes the same time however many came
/// before.
/// </remarks>
internal struct IncidenceSums
{
    private double _weight;
    private double _distance;
    private double _square;
    private double _own;
    private double _crossWeight;
    private double _cross;
    private bool _isUndefined;

    /// <summary>Gets the share of subjects that had an event of the cause.</summary>
    public double Incidence { get; private set; }

    /// <summary>Gets the standard error of the incidence, or <see langword="null"/> if it is undefined.</summary>
    public readonly double? StandardError => _isUndefined
        ? null
        : Math.Sqrt(Math.Max(_square + _own - (2 * _cross), 0));

    /// <summary>Adds a time.</summary>
    /// <param name="variance">The estimate of the variance.</param>
    /// <param name="survival">The survival before the time.</param>
    /// <param name="events">The weight of the events of the cause.</param>
    /// <param name="atRisk">The weight at risk.</param>
    /// <param name="all">The weight of all events.</param>
    /// <param name="left">The weight at risk less all events.</param>
    public void Add(
        IncidenceVariance variance, double survival, double events, double atRisk, double all, double left)
    {
        double step = survival * events / atRisk;
        Incidence += step;
        _square += step * ((2 * _distance) + (step * _weight));
        _distance += step * _weight;
        _cross += step * _crossWeight;

        double rest = events * (atRisk - events);
        if (variance == IncidenceVariance.Dinse)
        {
            _own += survival * survival * rest / (atRisk * atRisk * atRisk);
            if (left > 0)
            {
                _weight += all / (atRisk * left);
                _crossWeight += survival * events / (atRisk * atRisk);
            }

            return;
        }

        // Aalen's variance is undefined where a weight of one or less is at risk and a part of it has an event.
        double others = atRisk - 1;
        if (others > 0)
        {
            _own += survival * survival * rest / (atRisk * atRisk * others);
            if (left > 0)
            {
                _weight += all / (others * left);
                _crossWeight += survival * rest / (atRisk * left * others);
            }
        }
        else if (rest > 0 || left > 0)
        {
            _isUndefined = true;
        }
    }
}
