package io.countersign.simulator.model;

/** The one organization of the simulated AWS. */
public final class SimulatedOrganization {

    public static final String ID = "o-c0unters1gn";
    public static final String MANAGEMENT = "666677778888";

    private volatile boolean showsStatus;

    /** Whether accounts are listed with the retired {@code Status} as well, as before September 2026. */
    public boolean showsStatus() {
        return showsStatus;
    }

    public void showStatus(boolean show) {
        showsStatus = show;
    }
}
