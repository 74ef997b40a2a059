package org.jiritsu.goods.sea;

/** A sphere of radius 6371 km, as the lengths of the network assume; places are unit vectors of three doubles. */
final class Globe {
    static final double RADIUS_KM = 6371;

    private Globe() {}

    static double[] vector(double lon, double lat) {
        double l = Math.toRadians(lon);
        double b = Math.toRadians(lat);
        return new double[] {Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)};
    }

    static Point point(double[] v) {
        return new Point(
                Math.toDegrees(Math.atan2(v[1], v[0])), Math.toDegrees(Math.atan2(v[2], Math.hypot(v[0], v[1]))));
    }

    static double km(double[] a, double[] b) {
        return RADIUS_KM * Math.atan2(length(cross(a, b)), dot(a, b));
    }

    /** The point of the great-circle arc a-b nearest to p. */
    static double[] nearest(double[] a, double[] b, double[] p) {
        double[] normal = cross(a, b);
        double size = length(normal);
        if (size > 1e-14) {
            normal = scaled(normal, 1 / size);
            double[] foot = plus(p, normal, -dot(normal, p));
            double reach = length(foot);
            if (reach > 1e-14 && dot(cross(a, foot), normal) >= 0 && dot(cross(foot, b), normal) >= 0) {
                return scaled(foot, 1 / reach);
            }
        }
        return dot(a, p) >= dot(b, p) ? a : b;
    }

    /** The point a share of the way along the chord from a to b, raised to the sphere. */
    static double[] between(double[] a, double[] b, double share) {
        double[] p = plus(scaled(a, 1 - share), b, share);
        return scaled(p, 1 / length(p));
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double[] scaled(double[] v, double by) {
        return new double[] {v[0] * by, v[1] * by, v[2] * by};
    }

    private static double[] plus(double[] a, double[] b, double times) {
        return new double[] {a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times};
    }
}
